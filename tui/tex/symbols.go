package tex

import (
	"maps"
	"strings"
)

// symbol is what a command such as \alpha stands for.
type symbol struct {
	text  string
	class class
}

// symbols holds the commands that stand for one symbol, without backslash.
// Nothing writes to it after the package is loaded.
var symbols = join(
	each(ord, `
		alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η
		theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π
		varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ
		varphi φ chi χ psi ψ omega ω
		Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ
		Psi Ψ Omega Ω
		partial ∂ nabla ∇ infty ∞ ell ℓ hbar ℏ prime ′ angle ∠ triangle △
		forall ∀ exists ∃ neg ¬ lnot ¬ emptyset ∅ varnothing ∅ top ⊤ bot ⊥
		imath i jmath j degree ° star ★ dagger † backslash \ % % # # _ _ $ $ & &
		Re Re Im Im vdots ⋮ ddots ╲`),
	each(punct, `colon :`),
	each(bin, `
		cdot · times × div ÷ pm ± mp ∓ ast * circ ∘ bullet • odot ⊙ oplus ⊕
		ominus ⊖ otimes ⊗ cup ∪ cap ∩ land ∧ wedge ∧ lor ∨ vee ∨ setminus \
		bmod mod`),
	each(rel, `
		le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ lt < gt >
		approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝
		in ∈ ni ∋ notin ∉ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇
		to → rightarrow → longrightarrow → leftarrow ← longleftarrow ← gets ←
		leftrightarrow ↔ Rightarrow ⇒ Longrightarrow ⇒ implies ⇒
		Leftarrow ⇐ Longleftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦
		uparrow ↑ downarrow ↓ mid | parallel ∥ perp ⊥ coloneqq :=
		therefore ∴ because ∵`),
	each(inner, `dots … ldots … dotsc … cdots ⋯ dotsb ⋯`),
	each(op, `
		log log ln ln lg lg exp exp sin sin cos cos tan tan cot cot sec sec
		csc csc sinh sinh cosh cosh tanh tanh arcsin arcsin arccos arccos
		arctan arctan arg arg det det dim dim ker ker gcd gcd deg deg
		max max min min sup sup inf inf lim lim Pr Pr
		argmax argmax argmin argmin
		sum ∑ prod ∏ coprod ∐ int ∫ oint ∮`),
)

// each reads pairs of a command's name and its symbol, all of one class.
func each(c class, pairs string) map[string]symbol {
	words := strings.Fields(pairs)
	m := make(map[string]symbol, len(words)/2)
	for i := 0; i+1 < len(words); i += 2 {
		m[words[i]] = symbol{words[i+1], c}
	}
	return m
}

func join(tables ...map[string]symbol) map[string]symbol {
	all := map[string]symbol{}
	for _, m := range tables {
		maps.Copy(all, m)
	}
	return all
}

// takesLimits reports whether an operator's scripts stand below and above it
// in the display form.
func takesLimits(text string) bool {
	switch text {
	case "lim", "max", "min", "sup", "inf", "argmax", "argmin", "arg max", "arg min", "det", "gcd", "Pr":
		return true
	}
	return isBig(text) && text != "∫" && text != "∮"
}

// isBig reports whether an operator is a large sign that governs the whole
// product after it: ∑ aᵢ/bᵢ is a sum of quotients.
func isBig(text string) bool {
	switch text {
	case "∑", "∏", "∐", "∫", "∮":
		return true
	}
	return false
}

// characters is how a single character of the source is set. Nothing writes
// to it after the package is loaded.
var characters = func() map[string]symbol {
	m := map[string]symbol{}
	for _, s := range symbols {
		if len(s.text) > 1 && []rune(s.text)[0] >= 0x80 {
			m[s.text] = s
		}
	}
	for c, chars := range map[class]string{
		ord: `|‖/.@⋮`, bin: `+*`, rel: `=<>:|∣`, punct: `,;`,
		opening: `([⌊⌈⟨`, closing: `)]!?⌋⌉⟩`,
	} {
		for _, r := range chars {
			if _, taken := m[string(r)]; !taken {
				m[string(r)] = symbol{string(r), c}
			}
		}
	}
	m["|"] = symbol{"|", ord}
	m["⊥"] = symbol{"⊥", rel}
	m["-"] = symbol{"−", bin}
	m["−"] = symbol{"−", bin}
	m["⋅"] = symbol{"·", bin}
	return m
}()

// delimiters holds the commands that are delimiters, without backslash.
var delimiters = map[string]symbol{
	"{": {"{", opening}, "lbrace": {"{", opening},
	"}": {"}", closing}, "rbrace": {"}", closing},
	"lbrack": {"[", opening}, "rbrack": {"]", closing},
	"langle": {"⟨", opening}, "rangle": {"⟩", closing},
	"lfloor": {"⌊", opening}, "rfloor": {"⌋", closing},
	"lceil": {"⌈", opening}, "rceil": {"⌉", closing},
	"|": {"‖", ord}, "Vert": {"‖", ord}, "vert": {"|", ord},
	"lVert": {"‖", ord}, "rVert": {"‖", ord}, "lvert": {"|", ord}, "rvert": {"|", ord},
}

// spaces holds the commands for space. \! asks for less than nothing, which
// a terminal cannot give.
var spaces = map[string]space{
	",": {1, true}, ":": {1, true}, ";": {1, true}, ">": {1, true},
	" ": {1, true}, "\t": {1, true}, "\n": {1, true},
	"thinspace": {1, true}, "enspace": {1, true}, "!": {0, true},
	"quad": {2, false}, "qquad": {4, false},
}

// mark is what an accent draws.
type mark struct {
	name      string // in the one-line form, where the mark cannot stand: vec(a)
	combining string // joins with a letter of one cell; "" if D2Coding has none
	row       string // over anything wider: repeated, or with an end
	end       string // last cell of the row
	under     bool
}

// marks holds the accents, without backslash.
var marks = map[string]mark{
	"hat":       {name: "hat", combining: "\u0302", row: " ", end: "^"},
	"widehat":   {name: "hat", combining: "\u0302", row: " ", end: "^"},
	"bar":       {name: "bar", combining: "\u0304", row: "▁"},
	"overline":  {name: "bar", combining: "\u0304", row: "▁"},
	"tilde":     {name: "tilde", combining: "\u0303", row: " ", end: "~"},
	"widetilde": {name: "tilde", combining: "\u0303", row: " ", end: "~"},
	"dot":       {name: "dot", combining: "\u0307", row: " ", end: "."},
	"ddot":      {name: "ddot", combining: "\u0308", row: " ", end: ".."},
	"check":     {name: "check", combining: "\u030C", row: " ", end: "v"},
	"vec":       {name: "vec", row: "─", end: "→"},

	"overrightarrow": {name: "vec", row: "─", end: "→"},
	"underline":      {name: "underline", row: "▔", under: true},
}

// blackboard returns a letter of \mathbb. D2Coding has no 𝔼 and the like:
// those stay plain.
func blackboard(letter string) string {
	switch letter {
	case "R":
		return "ℝ"
	case "N":
		return "ℕ"
	case "Z":
		return "ℤ"
	case "Q":
		return "ℚ"
	case "C":
		return "ℂ"
	case "P":
		return "ℙ"
	}
	return letter
}
