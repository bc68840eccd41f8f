//go:build !amd64 || purego

package kernel

const fast = false

// Never called: fast is false.

func matMulAVX2(dst, w, b, x *float64, rows, inner, lanes, rowStep, innerStep int) {}
func outerAVX2(gw, gb, d, x *float64, rows, cols, lanes int)                       {}
func tanhAVX2(x *float64, n int)                                                   {}
func sigmoidAVX2(x *float64, n int)                                                {}
func reluAVX2(x *float64, n int)                                                   {}
func tanhBackAVX2(d, z *float64, n int)                                            {}
func sigmoidBackAVX2(d, z *float64, n int)                                         {}
func reluBackAVX2(d, z *float64, n int)                                            {}
func finiteAVX2(x *float64, n int) bool                                            { return false }
func adamAVX2(p, grads, m, v *float64, n int, c *AdamStep)                         {}
