package library

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/message"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// Refusal is a dossier that was not opened, with why and what can be done about it.
type Refusal struct {
	Name     string // of its file or folder
	Problems data.Problems
	Checking bool // it is being read, and there may be more
	Clean    bool // it was checked again, and nothing is wrong any more
	Mended   int  // problems that are mended, in what is not saved yet

	Do Deeds
}

// Deeds are what can be done about a refusal; nil: it cannot.
type Deeds struct {
	Copy   func() // copies the list of problems
	Mend   func() // mends what has one mend, in a copy
	Folder func() // shows the files
	Make   func() // makes a dossier of a spreadsheet
	Open   func() // opens what is clean
	Cancel func() // ends checking
	Close  func() // lets go of it
	Else   func() // opens the dossier that comes with the app, where nothing is open
}

// safe is how many problems have one mend.
func (r *Refusal) safe() int {
	n := 0
	for _, p := range r.Problems {
		if p.Safe {
			n++
		}
	}
	return n
}

// All tells whether every problem that is told has one mend.
func (r *Refusal) All() bool { return r.safe() > 0 && r.safe() == r.count() }

// count is how many problems are told.
func (r *Refusal) count() int {
	n := len(r.Problems)
	if r.more() {
		n--
	}
	return n
}

// more tells whether there may be more problems than are told: the last line says so.
func (r *Refusal) more() bool {
	return len(r.Problems) > 0 && r.Problems[len(r.Problems)-1].File == ""
}

// List is the list of problems as a table of texts, for a clipboard or a spreadsheet.
func (r *Refusal) List(w *message.Printer) string { return record.ProblemList(w, r.Problems) }

// Panel shows a refusal.
type Panel struct {
	of    *Refusal
	words *message.Printer
	whole fyne.CanvasObject

	head, said *ui.Text
	table      *record.Problems
	rows       *fyne.Container
	ways       *fyne.Container
	offered    string       // which ways are there
	left       ui.FocusMark // where the keyboard was among them before it was checked
	shown      data.Problems
}

// NewPanel makes the panel of a refusal.
func NewPanel(w *message.Printer, r *Refusal) *Panel {
	p := &Panel{of: r, words: w, head: ui.Strong("", ui.SizeLead, ui.ColorInk), said: ui.Label("", ui.SizeCaption, ui.ColorMuted), rows: ui.Column(0), ways: ui.Flow(8)}
	p.table = record.NewProblems(w, "file", func(data.Problem) {})
	p.whole = ui.Panel(ui.Column(10, ui.Column(2, p.head, p.said), p.rows, p.ways))
	p.Update()
	return p
}

// Content is what is shown.
func (p *Panel) Content() fyne.CanvasObject { return p.whole }

// Update shows the refusal as it is by now.
func (p *Panel) Update() {
	atIt := p.hasKeyboard()
	p.head.SetText(p.title())
	p.said.SetText(p.sum())
	if !slices.Equal(p.shown, p.of.Problems) {
		p.shown = slices.Clone(p.of.Problems)
		p.table.Show(p.shown)
	}
	p.rows.Objects = nil
	if len(p.shown) > 0 {
		p.rows.Objects = []fyne.CanvasObject{p.table.Table}
	}
	p.fillWays(atIt)
}

// hasKeyboard tells whether the keyboard is in the panel, or nowhere.
func (p *Panel) hasKeyboard() bool {
	over := fyne.CurrentApp().Driver().CanvasForObject(p.whole)
	return ui.MarkFocus(p.whole) != ui.FocusMark{} || over != nil && over.Focused() == nil
}

func (p *Panel) title() string {
	key := "library.refused"
	switch {
	case p.of.Checking:
		key = "library.checking"
	case p.of.Clean:
		key = "library.clean"
	}
	return p.words.Say(key, message.Args{"Name": p.of.Name})
}

func (p *Panel) sum() string {
	if p.of.Clean && !p.of.Checking {
		if p.of.Mended > 0 {
			return p.words.Count("library.clean.mended", p.of.Mended)
		}
		return p.words.Say("library.clean.how")
	}
	files := map[string]bool{}
	n := 0
	for _, each := range p.of.Problems {
		if each.File != "" { // it is no problem, but says that reading stops
			files[each.File] = true
			n++
		}
	}
	key := "library.problems"
	switch {
	case p.of.Checking && n == 0:
		return p.words.Say("library.problems.none")
	case p.of.Checking:
		key = "library.problems.sofar"
	case p.of.Do.Else != nil: // nothing is open
		key = "library.problems.alone"
	}
	said := p.words.Count(key, n, message.Args{"Files": p.words.Count("library.files", len(files))})
	if p.of.Mended > 0 {
		said += " " + p.words.Count("library.mended", p.of.Mended)
	}
	return said
}

// way is something that can be done, as a button.
type way struct {
	name    string
	do      func()
	primary bool
}

// fillWays offers what can be done by now. What stays keeps the keyboard, also while it is
// checked; but once all is well that is on what opens it, where it was in the panel.
func (p *Panel) fillWays(atIt bool) {
	var all []way
	names := []string{}
	for _, w := range p.allWays() {
		if w.do != nil {
			all = append(all, w)
			names = append(names, w.name)
		}
	}
	offered := strings.Join(names, "\n")
	if offered == p.offered {
		return
	}
	focus := ui.MarkFocus(p.ways)
	switch {
	case p.of.Checking:
		p.left = focus
	case focus != ui.FocusMark{} && p.left != ui.FocusMark{}:
		focus, p.left = p.left, ui.FocusMark{}
	}
	p.offered, p.ways.Objects = offered, nil
	for _, w := range all {
		p.ways.Objects = append(p.ways.Objects, ui.NewButton(w.name, w.do, w.primary))
	}
	over := fyne.CurrentApp().Driver().CanvasForObject(p.whole)
	if atIt && over != nil && p.of.Clean && !p.of.Checking {
		ui.FocusIn(over, p.ways, nil)
	} else {
		focus.Return(over, p.ways)
	}
	p.ways.Refresh()
}

func (p *Panel) allWays() []way {
	say, do := p.words.Say, p.of.Do
	if p.of.Checking {
		return []way{{say("export.cancel"), do.Cancel, false}}
	}
	leave := way{say("close"), do.Close, false}
	if p.of.Clean {
		return []way{{say("library.open.now"), do.Open, true}, {say("dossier.builtin"), do.Else, false}, leave}
	}
	ways := []way{{say("dossier.copy"), do.Copy, false}}
	n := p.of.safe()
	if n > 0 {
		var name string
		switch {
		case p.of.more():
			name = say("library.mend.more")
		case p.of.All():
			name = p.words.Count("library.mend.all", n)
		default:
			name = p.words.Count("library.mend.some", n, message.Args{"Remain": p.of.count() - n})
		}
		ways = append(ways, way{name, do.Mend, p.of.All()})
	}
	return append(ways, way{say("library.make.this"), do.Make, false}, way{say("library.folder"), do.Folder, false}, way{say("dossier.builtin"), do.Else, n == 0 || !p.of.All()}, leave)
}
