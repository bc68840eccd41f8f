//go:build !purego

package kernel

// fast says whether the processor and the system know AVX2 and FMA.
//
//nolint:gochecknoglobals // set once, before main
var fast = hasAVX2()

func hasAVX2() bool {
	const (
		fma, osxsave, avx = 1 << 12, 1 << 27, 1 << 28 // leaf 1, ecx
		avx2              = 1 << 5                    // leaf 7, ebx
		xmmAndYmm         = 1<<1 | 1<<2               // the system saves these registers
	)
	leaves, _, _ := cpuid(0, 0)
	if leaves < 7 {
		return false
	}
	_, _, ecx := cpuid(1, 0)
	if ecx&(fma|osxsave|avx) != fma|osxsave|avx || xgetbv()&xmmAndYmm != xmmAndYmm {
		return false
	}
	_, ebx, _ := cpuid(7, 0)
	return ebx&avx2 != 0
}

func cpuid(leaf, subleaf uint32) (eax, ebx, ecx uint32)
func xgetbv() (eax uint32)

//go:noescape
func matMulAVX2(dst, w, b, x *float64, rows, inner, lanes, rowStep, innerStep int)

//go:noescape
func outerAVX2(gw, gb, d, x *float64, rows, cols, lanes int)

//go:noescape
func tanhAVX2(x *float64, n int)

//go:noescape
func sigmoidAVX2(x *float64, n int)

//go:noescape
func reluAVX2(x *float64, n int)

//go:noescape
func tanhBackAVX2(d, z *float64, n int)

//go:noescape
func sigmoidBackAVX2(d, z *float64, n int)

//go:noescape
func reluBackAVX2(d, z *float64, n int)

//go:noescape
func finiteAVX2(x *float64, n int) bool

//go:noescape
func adamAVX2(p, grads, m, v *float64, n int, c *AdamStep)
