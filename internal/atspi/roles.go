package atspi

import "beltroad/internal/spoken"

// roles are the numbers and names that AT-SPI has for what things are. Rows are items
// of a list: a reader asks a table for cells, and a record is heard as a whole.
var roles = map[spoken.Role]struct {
	number uint32
	name   string
}{
	spoken.Panel:    {39, "panel"},
	spoken.Window:   {23, "frame"},
	spoken.Dialog:   {16, "dialog"},
	spoken.Message:  {101, "notification"},
	spoken.MenuBar:  {34, "menu bar"},
	spoken.Menu:     {33, "menu"},
	spoken.MenuItem: {35, "menu item"},
	spoken.Button:   {43, "push button"},
	spoken.Link:     {88, "link"},
	spoken.Text:     {116, "static"},
	spoken.Heading:  {83, "heading"},
	spoken.Field:    {79, "entry"},
	spoken.Choice:   {11, "combo box"},
	spoken.Table:    {31, "list"},
	spoken.Row:      {32, "list item"},
	spoken.Drawing:  {80, "chart"},
}

// The program itself.
const (
	roleApplication = 75
	nameApplication = "application"
)

// AT-SPI's numbers of states.
const (
	stateActive     = 1
	stateEditable   = 7
	stateEnabled    = 8
	stateFocusable  = 11
	stateFocused    = 12
	stateModal      = 16
	stateMultiLine  = 17
	stateSelectable = 22
	stateSelected   = 23
	stateSensitive  = 24
	stateShowing    = 25
	stateSingleLine = 26
	stateVisible    = 30
)

// told are the states whose changes are events of their own.
var told = []struct {
	is   spoken.State
	not  bool // the state of AT-SPI is the contrary
	name string
}{
	{is: spoken.Selected, name: "selected"},
	{is: spoken.Hidden, not: true, name: "showing"},
	{is: spoken.Disabled, not: true, name: "sensitive"},
	{is: spoken.Active, name: "active"},
}

// states are those of a node, a bit for each, in two numbers.
func states(n *spoken.Node) []uint32 {
	var bits uint64
	set := func(yes bool, all ...uint) {
		for _, state := range all {
			if yes {
				bits |= 1 << state
			}
		}
	}
	set(true, stateVisible)
	set(!n.Is(spoken.Disabled), stateEnabled, stateSensitive)
	set(!n.Is(spoken.Hidden), stateShowing)
	set(n.Focus != nil || n.Is(spoken.Focused), stateFocusable)
	set(n.Is(spoken.Focused), stateFocused)
	set(n.Is(spoken.Active), stateActive)
	set(n.Role == spoken.Row || n.Is(spoken.Selected), stateSelectable)
	set(n.Is(spoken.Selected), stateSelected)
	set(n.Role == spoken.Dialog, stateModal)
	set(n.Role == spoken.Field, stateEditable)
	set(n.Role == spoken.Field && !n.Is(spoken.Many), stateSingleLine)
	set(n.Is(spoken.Many), stateMultiLine)
	return []uint32{uint32(bits), uint32(bits >> 32)} // #nosec G115 -- each has its half
}
