package notes

import "fmt"

// Foreign is the error of notes on another dossier.
type Foreign struct{ Dossier string }

// Error is a sentence for a log; the app words its own.
func (f *Foreign) Error() string { return fmt.Sprintf("these are notes on the dossier %q", f.Dossier) }
