package theme

// Role is what a piece of the screen is for. Code asks for roles; only the
// theme knows colours.
type Role uint8

// The roles.
const (
	Text     Role = iota // running text
	Strong               // headings, emphasis
	Muted                // secondary text, units, axis numbers
	Faint                // borders, grid lines, axes
	Accent               // what the keyboard acts on now; links and keys
	Math                 // formulas
	Code                 // verbatim text
	ClassA               // first class of points; drawn ● or solid
	ClassB               // second class; drawn ○ or dashed
	ClassC               // third series where two are not enough
	Path                 // a trajectory, the moving thing
	Truth                // the target, the reference
	Positive             // above zero, growing
	Negative             // below zero, falling
	Correct              // a right answer
	Wrong                // a wrong answer
	Warning              // slips of the handout, cautions
	numRoles
)
