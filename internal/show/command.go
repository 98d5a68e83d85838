package show

import "slices"

// Command is what a presenter can have done.
type Command string

// The commands.
const (
	Next       Command = "next"
	Back       Command = "back"
	First      Command = "first"
	Last       Command = "last"
	Enter      Command = "enter"  // takes what was typed or chosen; else the next slide
	Delete     Command = "delete" // the last digit that was typed; else back
	Left       Command = "left"   // what an arrow means where there is nothing to move: back
	Right      Command = "right"
	Up         Command = "up"
	Down       Command = "down"
	Leave      Command = "leave"  // what was begun last; else the presentation
	Resume     Command = "resume" // the slide, and nothing over it
	Black      Command = "black"
	White      Command = "white"
	Overview   Command = "overview"
	Pointer    Command = "pointer"
	Draw       Command = "draw"
	Mark       Command = "mark"
	Erase      Command = "erase"
	Wipe       Command = "wipe" // all ink of the slide
	Undo       Command = "undo" // of ink, or of a guess
	Redo       Command = "redo"
	Zoom       Command = "zoom"
	Table      Command = "table"
	Guess      Command = "guess"
	Reveal     Command = "reveal"
	Pause      Command = "pause"
	Reset      Command = "reset" // the clock; once more: as if it had not been
	Display    Command = "display"
	Strip      Command = "strip"
	FullScreen Command = "fullscreen"
	Larger     Command = "larger" // the notes
	Smaller    Command = "smaller"
	NotesDown  Command = "notesdown"
	NotesUp    Command = "notesup"
	Check      Command = "check" // whether the last row can read
	Help       Command = "help"
)

// Key is what is pressed: a key by the name that Fyne has for it, or a sign that
// is typed, wherever the keyboard has it.
type Key struct {
	Name    string
	Shift   bool
	Control bool
	Sign    rune // instead of a name
}

// Binding is a command with its keys, the one that help names first at the front.
type Binding struct {
	Do   Command
	Keys []Key
	Tool bool // it is a button of the presenter's display
}

// bindings are all keys: what help shows, and the buttons, come from here.
var bindings = []Binding{
	{Next, []Key{{Name: "Space"}, {Name: "Next"}}, false},
	{Back, []Key{{Name: "Prior"}}, false},
	{Right, []Key{{Name: "Right"}}, false},
	{Left, []Key{{Name: "Left"}}, false},
	{Down, []Key{{Name: "Down"}}, false},
	{Up, []Key{{Name: "Up"}}, false},
	{First, []Key{{Name: "Home"}, {Name: "F5", Shift: true}}, false},
	{Last, []Key{{Name: "End"}}, false},
	{Enter, []Key{{Name: "Return"}, {Name: "KP_Enter"}}, false},
	{Delete, []Key{{Name: "BackSpace"}}, false},
	{Black, []Key{{Name: "B"}, {Sign: '.'}}, true},
	{White, []Key{{Name: "W"}, {Sign: ','}}, false},
	{Pointer, []Key{{Name: "P"}}, true},
	{Draw, []Key{{Name: "D"}}, true},
	{Mark, []Key{{Name: "H"}}, true},
	{Erase, []Key{{Name: "E"}}, true},
	{Wipe, []Key{{Name: "E", Shift: true}}, false},
	{Undo, []Key{{Name: "U"}, {Name: "Z", Control: true}}, false},
	{Redo, []Key{{Name: "U", Shift: true}, {Name: "Y", Control: true}}, false},
	{Zoom, []Key{{Name: "Z"}}, true},
	{Overview, []Key{{Name: "O"}}, true},
	{Table, []Key{{Name: "T"}}, true},
	{Guess, []Key{{Name: "G"}}, false},
	{Reveal, []Key{{Name: "R"}}, false},
	{Pause, []Key{{Name: "C"}}, false},
	{Reset, []Key{{Name: "C", Shift: true}}, false},
	{Display, []Key{{Name: "S"}}, false},
	{Strip, []Key{{Name: "S", Shift: true}}, false},
	{FullScreen, []Key{{Name: "F"}, {Name: "F11"}}, false},
	{Larger, []Key{{Sign: '+'}, {Sign: '='}}, false},
	{Smaller, []Key{{Sign: '-'}}, false},
	{NotesDown, []Key{{Name: "Down", Shift: true}}, false},
	{NotesUp, []Key{{Name: "Up", Shift: true}}, false},
	{Check, []Key{{Name: "V"}}, false},
	{Resume, []Key{{Name: "F5"}}, false},
	{Help, []Key{{Sign: '?'}, {Name: "F1"}}, true},
	{Leave, []Key{{Name: "Escape"}}, false},
}

// Bindings are all commands with their keys.
func Bindings() []Binding { return slices.Clone(bindings) }

// Of is the command of a key; empty: it has none. A key that is held with
// Shift, and has no command then, does what it does alone.
func Of(k Key) Command {
	for _, b := range bindings {
		if slices.Contains(b.Keys, k) {
			return b.Do
		}
	}
	if k.Shift && len(k.Name) > 1 {
		k.Shift = false
		return Of(k)
	}
	return ""
}

// KeyOf is the key of a command that help names first.
func KeyOf(c Command) Key {
	for _, b := range bindings {
		if b.Do == c {
			return b.Keys[0]
		}
	}
	return Key{}
}
