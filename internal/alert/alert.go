// Package alert tells the user something where the app has no window to say it in.
package alert

import (
	"fmt"
	"os"
)

// Show prints the message, and shows it in a window of the system's, as far as
// there is one: a program that was double-clicked has nowhere to print to. It
// returns when the user has read it.
func Show(title, message string) {
	fmt.Fprintf(os.Stderr, "%s\n\n%s\n", title, message)
	show(title, message)
}
