package theme

import (
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// Detect returns how many colours may be used. NO_COLOR with any value but
// the empty one forbids them (https://no-color.org); where the output is no
// terminal, or a dumb one, there are none unless CLICOLOR_FORCE asks for them.
func Detect(env func(string) string, isTTY bool) Profile {
	if env("NO_COLOR") != "" {
		return NoColor
	}
	forced := env("CLICOLOR_FORCE") != "" && env("CLICOLOR_FORCE") != "0"
	if !isTTY && !forced {
		return NoColor
	}
	var vars []string
	for _, name := range [...]string{
		"TERM", "COLORTERM", "CLICOLOR", "CLICOLOR_FORCE", "GOOGLE_CLOUD_SHELL",
		"WT_SESSION", "ConEmuANSI", "ANSICON", "ANSICON_VER",
	} {
		if v := env(name); v != "" {
			vars = append(vars, name+"="+v)
		}
	}
	switch colorprofile.Env(vars) {
	case colorprofile.TrueColor:
		return TrueColor
	case colorprofile.ANSI256:
		return ANSI256
	case colorprofile.ANSI:
		return ANSI16
	default:
		return NoColor
	}
}

// Dark reports whether the background is dark as far as the environment tells:
// it is not where COLORFGBG, which some terminals set, names one of the whites.
func Dark(env func(string) string) bool {
	fields := strings.Split(env("COLORFGBG"), ";")
	back := fields[len(fields)-1]
	return back != "7" && back != "15"
}
