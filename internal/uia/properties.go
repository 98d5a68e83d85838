package uia

import "beltroad/internal/spoken"

// UI Automation's numbers of properties.
const (
	propControlType       = 30003
	propName              = 30005
	propHasKeyboardFocus  = 30008
	propKeyboardFocusable = 30009
	propIsEnabled         = 30010
	propHelpText          = 30013
	propIsOffscreen       = 30022
	propValue             = 30045
	propLiveSetting       = 30135
	propHeadingLevel      = 30173
	propIsDialog          = 30174
)

// kinds are UI Automation's numbers of what things are. A record in a table is an item of
// a list: a reader asks a table for cells, and a record is heard as a whole.
var kinds = map[spoken.Role]int32{
	spoken.Panel:    50026, // group
	spoken.Window:   50032,
	spoken.Dialog:   50033, // a pane that says of itself that it is a dialog: a window would be one of the system's
	spoken.Message:  50020, // text
	spoken.MenuBar:  50010,
	spoken.Menu:     50011, // an item with others in it
	spoken.MenuItem: 50011,
	spoken.Button:   50000,
	spoken.Link:     50005,
	spoken.Text:     50020,
	spoken.Heading:  50020, // with a level
	spoken.Field:    50004,
	spoken.Choice:   50003,
	spoken.Table:    50008, // list
	spoken.Row:      50007, // item of a list
	spoken.Drawing:  50006, // image
}

const (
	levelOfHeadings = 80052 // the second: the first is that of a document
	livePolite      = 1
)

// said are the properties that a thing has a word for: a number, a text, yes or no.
var said = map[int32]func(i *item) any{
	propControlType:       func(i *item) any { return kinds[i.Role] },
	propName:              func(i *item) any { return i.Name },
	propHelpText:          func(i *item) any { return unless(i.More == "", i.More) },
	propIsEnabled:         func(i *item) any { return !i.Is(spoken.Disabled) },
	propKeyboardFocusable: func(i *item) any { return i.Focus != nil || i.Is(spoken.Focused) },
	propHasKeyboardFocus:  func(i *item) any { return i.Is(spoken.Focused) && i.window().Is(spoken.Active) },
	propIsOffscreen:       func(i *item) any { return i.Is(spoken.Hidden) },
	propIsDialog:          func(i *item) any { return i.Role == spoken.Dialog },
	propHeadingLevel:      func(i *item) any { return unless(i.Role != spoken.Heading, int32(levelOfHeadings)) },
	propLiveSetting:       func(i *item) any { return unless(i.Role != spoken.Message, int32(livePolite)) },
	propValue:             func(i *item) any { return unless(!can(i, patternValue), i.Value) },
}

func unless(not bool, v any) any {
	if not {
		return nil
	}
	return v
}

// property is what a thing says when it is asked for a property; nil: what UI Automation
// says by itself.
func property(i *item, id int32) any {
	if say := said[id]; say != nil {
		return say(i)
	}
	return nil
}

// UI Automation's numbers of what can be done with a thing.
const (
	patternInvoke    = 10000
	patternValue     = 10002
	patternSelection = 10010 // of one item
)

// can tells whether a thing has a pattern.
func can(i *item, pattern int32) bool {
	switch pattern {
	case patternInvoke:
		return i.Press != nil
	case patternValue:
		return i.Role == spoken.Field || i.Role == spoken.Choice
	case patternSelection:
		return i.Is(spoken.Selected)
	default:
		return false
	}
}
