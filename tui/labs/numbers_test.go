package labs_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hakseup/lessons/lang"
)

// shown is what a lab must show in a scene: on a small canvas, and on others
// where the numbers are the same.
type shown struct{ lab, scene, want string }

func shown02() []shown {
	return []shown{
		{"tensor", "kind=scalar", "scalar, numbers: 1|→ 24"},
		{"tensor", "kind=row-vector col=2", "1×3|column 2 → −8"},
		{"tensor", "kind=column-vector row=3", "−6|−4|row 3 → 27"},
		{"tensor", "kind=matrix row=2 col=2", "2×3|row 2, column 2 → −9|24"},
		{"tensor", "kind=tensor layer=1 row=1 col=3", "4×2×3|numbers: 24|layer 1, row 1, column 3 → 24"},
		{"vectors", "view=sum a1=3 a2=1 b1=1 b2=2", "4|3|3.16|2.24|5.4"},
		{"vectors", "view=dot a1=3 a2=1 b1=1 b2=2", "5|45°|0.707|3.16|2.24"},
		{"vectors", "view=dot a1=3 a2=1 b1=1 b2=2 turn=120", "−3.54|120°|−0.5"},
		{"vectors", "view=dot a1=3 a2=1 b1=1 b2=2 turn=0", "7.07|0°"},
		{"vectors", "view=dot a1=3 a2=1 b1=1 b2=2 turn=-90", "0|90°"},
		{"vectors", "view=dot a1=0 a2=0", "cos θ|–"},
		{"vectors", "view=shadow a1=4 a2=0 b1=2 b2=1", "shadow 2|= 4 × 2 = 8|2.24"},
		{"vectors", "view=shadow a1=4 a2=0 b1=1 b2=4", "shadow 1|= 4 × 1 = 4"},
		{"vectors", "view=shadow a1=4 a2=0 b1=-2 b2=1", "shadow −2|= 4 × (−2) = −8"},
		{"dot", "", "2 × 3|4 × 5|6 × 7|6 + 20 + 42 = 68|26"},
		{"dot", "b3=-7", "6 + 20 − 42 = −16|○"},
		{"norm", "view=level p=2 x1=3 x2=4", "√(3² + 4²)|√25|= 5"},
		{"norm", "view=level p=1 x1=3 x2=-4", "(3, −4)|3 + 4|= 7"},
		{"norm", "view=level p=3 x1=3 x2=4", "91.0^(1/p)|4.5"},
		{"norm", "view=unit p=1 u1=0.6 u2=0.8", "= 1.4|0.8"},
		{"norm", "view=unit p=8.25 u1=0.6 u2=0.8", "max(0.6, 0.8)|= 0.8"},
		{"matmul", "step=3", "1·7 + 2·9 + 3·11 = 58|?"},
		{"matmul", "step=2", "1·7 + 2·9 = 25|…"},
		{"matmul", "step=12", "58|64|139|154|4·8 + 5·10 + 6·12 = 154"},
		{"matmul", "swap=on step=18", "39|54|69|49|68|87|3×2|2×3"},
		{"matmul", "preset=pair step=8", "4|4|10|8"},
		{"matmul", "preset=dot step=3", "2·3 + 4·5 + 6·7 = 68"},
		{"matmul", "preset=misfit", "1·7 + 2·9 + 3·✕"},
		{"matmul", "op=sum step=6", "5 + (−11) = −6|−3 + (−8) = −11"},
		{"matmul", "op=hadamard step=6", "5·6 = 30|8·9 = 72|4·0 = 0"},
		{"shapes", "", "A·B  2×3 · 3×2 = 2×2|3 = 3|= 12"},
		{"shapes", "swap=on", "B·A  3×2 · 2×3 = 3×3|2 = 2|= 18"},
		{"shapes", "k=2", "A·B  2×3 · 2×2 = ✕|3 ≠ 2"},
		{"shapes", "op=sum k=2 p=3", "A+B  2×3 + 2×3 = 2×3|2 = 2|3 = 3"},
	}
}

func shown04() []shown {
	return []shown{
		{"perceptron", "", "x₁  1.00|×w₂  1.00|+b  −2.00|a  0.00|a ≥ 0|y 1"},
		{"perceptron", "x1=2 x2=-0.5 w1=1.5 w2=3 b=-0.25", "3.00|−1.50|−0.25|a  1.25|y 1"},
		{"perceptron", "x1=2 x2=-0.5 w1=1.5 w2=3 b=-0.25 f=sigmoid", "a  1.25|y 0.777"},
		{"perceptron", "f=gt", "a  0.00|a > 0|y 0"},
		{"gates", "w1=2 w2=1", "AND  3/4|0  1    −1.00  0  0  ✓|1  0     0.00  1  0  ✕|1  1     1.00  1  1  ✓|meets x₁ at  |meets x₂ at  | 2.00"},
		{"gates", "w1=0 w2=2 b=-1", " never| 0.50"},
		{"gates", "w1=0 w2=0", "no line"},
		{"gates", "", "AND  4/4|1  1     0.00  1  1  ✓"},
		{"gates", "step=gt", "AND  3/4|1  1     0.00  0  1  ✕"},
		{"activations", "f=step x=0", "h(x) 1  h′(x) none"},
		{"activations", "f=relu x=0", "h(x) 0  h′(x) none"},
		{"activations", "f=tanh x=0", "h(x) 0  h′(x) 1"},
		{"activations", "f=sigmoid x=4", "h(x) 0.982  h′(x) 0.0177"},
		{"activations", "f=sigmoid x=-2 with=leaky", "h′(x) 0.105  g(x) −0.02  g′(x) 0.01|g leaky ReLU"},
		{"activations", "view=pair f=tanh x=0.5 shift=1.5", "y 1.73"},
	}
}

func shown06() []shown {
	return []shown{
		{"softmax", "", "0.0998|0.9002|4.48|40.4|Σ 44.9|1.0000"},
		{"softmax", "shift=10", "11.50|13.70|0.0998|0.9002"},
		{"softmax", "beside=ratio", "0.2885|0.7115"},
		{"softmax", "beside=ratio shift=10", "0.4563|0.5437"},
		{"softmax", "beside=ratio cat=-1", "below 0|above 1|−0.3704|1.3704|0.9910"},
		{"softmax", "beside=ratio cat=-3.7", "undefined|Σ 0"},
		{"softmax", "beside=ratio cat=0", "0.0000|1.0000"},
		{"softmax", "beside=ratio cat=-1 dog=-3", "0.2500|0.7500|0.8808"},
		{"softmax", "beside=direct shift=1000", "exp(a−max)|0.0998|0.9002|∞|undefined"},
		{"softmax", "beside=direct shift=-1000", "0.0998|0.9002|Σ 0|undefined"},
		{"loss", "", "0.810|2.303|−1.80|−10.0"},
		{"loss", "base=log10", "CE log₁₀|1.000|−4.34"},
		{"loss", "p=0.01", "0.980|4.605|−1.98|−100"},
		{"loss", "p=0.01 axis=score", "−0.0196|−0.990"},
		{"loss", "truth=dog", "0.010|0.105"},
		{"loss", "p=0", "1.000|∞|−∞"},
		{"calculator", "", "0.110|0.190|0.810|0.390|2.248|1.477|Σ 3.725|0.603|0.397|MSE 0.157|CE 0.505|CE 0.219|w₁₂ 0.10|w₂₁ 0.30|z₁ 0.50|b₂ 0.20"},
		{"calculator", "index=from-to", "w₂₁ 0.10|w₁₂ 0.30"},
		{"exponential", "x=-3", "0.0498|0.135"},
		{"exponential", "view=log v=0.5", "−0.693|−0.301|2.303"},
	}
}

func shown07() []shown {
	return []shown{
		{"secant", "", "secant 7|tangent 3|error 4.00"},
		{"secant", "dx=0", "secant none"},
		{"secant", "view=error k=8", "3.000000004|2.9999999929|10⁻⁸"},
		{"secant", "view=zoom k=16", "secant 0|tangent 3|× 10⁻¹⁶"},
		{"secant", "f=relu x=0 dx=0.5 show=dx,quotient,derivative,backward,central", "secant 1|tangent none|left secant 0|both sides 0.5"},
		{"slices", "surface=valley x=-7 y=2", "∂z/∂x −0.7|∂z/∂y 4|64.1°"},
		{"slices", "surface=saddle x=0 y=1", "∂z/∂x 0|∂z/∂y −1"},
		{"nudges", "chain=square x=1", "∂g/∂x = 3|∂z/∂g = 8|8 × 3 = 24|16 → 18.5"},
		{"nudges", "chain=paths x=2 y=3", "1 × 3 + 1 × 1 = 4|8 → 8.4"},
		{"nudges", "chain=sum x=2 y=3 of=y", "∂g/∂y = 2|1 × 2 = 2|9 → 9.2"},
	}
}

func TestLabsShowTheRightNumbers(t *testing.T) {
	t.Parallel()
	for _, tt := range slices.Concat(shown02(), shown04(), shown06(), shown07(), shown08descent(), shown09()) {
		t.Run(fmt.Sprint(tt.lab, " ", tt.scene), func(t *testing.T) {
			t.Parallel()
			for _, size := range [][2]int{{54, 18}, {68, 24}, {100, 30}} {
				drawn := picture(inScene(t, tt.lab, tt.scene), size[0], size[1], lang.EN)
				for want := range strings.SplitSeq(tt.want, "|") {
					if !strings.Contains(drawn, want) {
						t.Errorf("on %v %q is not in\n%s", size, want, drawn)
					}
				}
			}
		})
	}
}
