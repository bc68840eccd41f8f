package cli

import (
	"github.com/spf13/cobra"

	"hakseup/tui"
)

func (c *command) doctor() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: c.tr("이 터미널이 보여 줄 수 있는 것", "what this terminal can show"),
		Long: c.tr("색, 블록 문자, 한글의 너비를 그려 보고, 누른 키와 마우스가 어떻게 도착하는지 보여 줘요.",
			"Draws colours, block characters and the width of Hangul, and shows how keys and the mouse arrive."),
		Args: c.atMost(0),
		RunE: func(*cobra.Command, []string) error {
			if !c.onTerminal() {
				c.printLines(tui.Diagnosis(c.lang))
				return nil
			}
			return tui.Doctor(c.lang, c.theme)
		},
	}
	cmd.Flags().StringVar(&c.theme, "theme", tui.ThemeAuto, c.tr("화면 테마: auto, dark, light", "theme: auto, dark or light"))
	return cmd
}
