// Package making is a spreadsheet that becomes a dossier: the file that was chosen, what
// of it was understood, and what its user has corrected since, with undo. The
// corrections stay with their rows when the file is saved again, and when it is opened
// another time.
package making

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"

	"beltroad/data"
	"beltroad/internal/draft"
	"beltroad/internal/sheet"
)

// Columns of the format that can be corrected.
const (
	Comparator = "comparator"
	Value      = "value"
	Max        = "value_max"
	Unit       = "unit"
	Counts     = "counts"
	Pillar     = "pillar"
	Claim      = "claim"
)

// Work is what is being made. It is used by the window's goroutine alone; what takes its
// time is a [Look], for beside the window.
type Work struct {
	Path, Name string // of the spreadsheet; Path is empty where only its content is known
	Lost       int    // corrected rows that were gone when it was last read
	Example    bool   // it is an example, of no file
	Made       string // where the dossier was saved; empty: it was not, as it is now

	// Keep is asked who keeps the corrections of a spreadsheet; nil: nobody does.
	Keep func(path string) *Keeper

	keeping      keeping
	open         func() (io.ReadCloser, error)
	book         *sheet.Book
	moved        bool // rows may stand elsewhere than corrections know
	found        *Found
	done, undone []step
	turn         int // counts what was chosen and corrected
}

// keeping is what is kept of a spreadsheet for the next time that it is opened.
type keeping struct {
	by      *Keeper // nil: nothing is
	waiting []cell  // corrections whose rows are gone, for when they are back
	unread  error   // why corrections of before could not be read; nil: they could
}

// step is what is undone at once.
type step struct {
	cells []cell
	typed string // the column that it was typed into; empty: it was not
}

// cell is what one cell of a row is understood as; without a value, as it is written.
type cell struct {
	row   key
	at    draft.At
	name  string
	value string
}

// key tells a row from others though it has moved.
type key struct{ sheet, label, written string }

func keyOf(r *draft.Row) key { return key{r.Sheet, r.Label, r.Written} }

// Found is what of a spreadsheet was understood, with the corrections made.
type Found struct {
	Rows     []draft.Row
	Problems data.Problems
	Doubts   data.Problems
	Dossier  *data.Dossier // nil where there are problems

	draft   *draft.Draft
	book    *sheet.Book
	done    []step
	waiting []cell
	unread  error
	turn    int
}

// Count is how many figures were understood without doubt, are in doubt, or were not
// understood.
func (f *Found) Count() (plain, doubtful, unclear int) {
	for i := range f.Rows {
		switch r := &f.Rows[i]; {
		case !r.Understood:
			unclear++
		case r.Doubt != "":
			doubtful++
		default:
			plain++
		}
	}
	return plain, doubtful, unclear
}

// ToMend are the problems that the figures do not show themselves: those of a figure that
// was not understood are one thing, and corrected there.
func (f *Found) ToMend() data.Problems {
	unclear := map[draft.At]bool{}
	for i := range f.Rows {
		if !f.Rows[i].Understood {
			unclear[f.Rows[i].At] = true
		}
	}
	var all data.Problems
	for _, p := range f.Problems {
		if !unclear[draft.At{Sheet: p.File, Row: p.Row}] {
			all = append(all, p)
		}
	}
	return all
}

// Row is the figure of a row of the spreadsheet.
func (f *Found) Row(at draft.At) (draft.Row, bool) {
	i := slices.IndexFunc(f.Rows, func(r draft.Row) bool { return r.At == at })
	if i < 0 {
		return draft.Row{}, false
	}
	return f.Rows[i], true
}

// FS are the files of the dossier. The error is a [data.Problems].
func (f *Found) FS() (fs.FS, error) {
	if len(f.Problems) > 0 {
		return nil, f.Problems
	}
	return f.draft.FS()
}

// Save makes a folder of the dossier. Where there is one already, the error is
// fs.ErrExist.
func (f *Found) Save(folder string) error { return f.draft.Save(folder) }

// Choose takes another spreadsheet: what was corrected in one before is forgotten.
// Where there is no path to it, open reads it.
func (w *Work) Choose(name, path string, open func() (io.ReadCloser, error)) {
	if path != "" {
		open = func() (io.ReadCloser, error) { return os.Open(path) } // #nosec G304 -- the user chose it
	}
	*w = Work{Path: path, Name: name, Keep: w.Keep, open: open, turn: w.turn + 1}
	if path != "" && w.Keep != nil {
		w.keeping.by = w.Keep(path)
	}
}

// Chosen tells whether there is a spreadsheet.
func (w *Work) Chosen() bool { return w.open != nil }

// Open opens the spreadsheet.
func (w *Work) Open() (io.ReadCloser, error) { return w.open() }

// Found is what was understood last, nil for nothing yet.
func (w *Work) Found() *Found { return w.found }

// Look is what is to be done beside the window to understand the spreadsheet: as it was
// read anew or, with nil, as it was read last. Its result is for [Work.Take].
func (w *Work) Look() func(book *sheet.Book) *Found {
	last, moved, first := w.book, w.moved, w.found == nil
	f := &Found{done: slices.Clone(w.done), turn: w.turn, waiting: w.keeping.waiting}
	keeper := w.keeping.by
	return func(book *sheet.Book) *Found {
		if moved = (moved || book != nil) && !first; book == nil {
			book = last
		}
		if first && keeper != nil {
			before, err := keeper.load()
			f.done, f.unread, moved = append(before.steps(), f.done...), err, len(before) > 0
		}
		if f.book = book; book != nil {
			f.look(moved)
		}
		return f
	}
}

// look understands the spreadsheet, with the corrections where their rows are.
func (f *Found) look(moved bool) {
	d := draft.Read(*f.book)
	f.draft = d
	if moved {
		all := f.done
		if len(f.waiting) > 0 {
			all = append([]step{{cells: f.waiting}}, all...)
		}
		f.done, f.waiting = follow(all, d.Rows())
	}
	for at, cells := range inForce(f.done) {
		for name, value := range cells {
			d.Set(at, name, value)
		}
	}
	f.Rows, f.Problems, f.Doubts = slices.Clone(d.Rows()), d.Problems(), d.Doubts()
	if len(f.Problems) > 0 {
		return
	}
	var err error
	if f.Dossier, err = d.Dossier(); err != nil && !errors.As(err, &f.Problems) {
		f.Problems = data.Problems{{Found: err.Error()}}
	}
}

// Take takes up what a [Work.Look] has understood. It is false where more was chosen or
// corrected meanwhile, so that it has to be looked at again.
func (w *Work) Take(f *Found) bool {
	w.moved = w.moved || f.book != w.book
	w.book = f.book
	if f.turn != w.turn {
		return false
	}
	if w.moved {
		w.undone, w.moved = nil, false
	}
	w.found, w.done, w.Lost = f, f.done, correctionsOf(nil, f.waiting).rows()
	if w.keeping.waiting = f.waiting; f.unread != nil {
		w.keeping.unread = f.unread
	}
	w.keep()
	return true
}

// keep has what is corrected by now kept.
func (w *Work) keep() {
	if k := w.keeping.by; k != nil && w.found != nil {
		k.set(correctionsOf(w.done, w.keeping.waiting))
	}
}

// Kept is of how many rows corrections are kept for the next time; those that wait are
// among them.
func (w *Work) Kept() int {
	if w.keeping.by == nil {
		return 0
	}
	return correctionsOf(w.done, w.keeping.waiting).rows()
}

// Unread is why corrections of before could not be read; nil: they could.
func (w *Work) Unread() error { return w.keeping.unread }

// Drop takes back all corrections, which can be undone; those whose rows are gone are forgotten.
func (w *Work) Drop() {
	var s step
	for _, all := range w.done {
		for _, c := range all.cells {
			if inForce(w.done)[c.at][c.name] == "" || slices.ContainsFunc(s.cells, func(o cell) bool { return o.at == c.at && o.name == c.name }) {
				continue
			}
			c.value = ""
			s.cells = append(s.cells, c)
		}
	}
	if w.keeping.waiting, w.Lost = nil, 0; len(s.cells) > 0 {
		w.done, w.undone = append(w.done, s), nil
	}
	w.changed()
}

// Set corrects cells of a row, by the format's columns. An empty value is as the
// spreadsheet has it. What is typed into one column is one step.
func (w *Work) Set(row *draft.Row, values map[string]string, typed string) {
	s := step{typed: typed}
	now, k := inForce(w.done)[row.At], w.keyOf(row)
	for name, value := range values {
		if now[name] != value {
			s.cells = append(s.cells, cell{row: k, at: row.At, name: name, value: value})
		}
	}
	if len(s.cells) == 0 {
		return
	}
	if n := len(w.done); n > 0 && typed != "" && w.done[n-1].typed == typed && w.done[n-1].cells[0].at == row.At {
		s.cells = append(slices.DeleteFunc(slices.Clone(w.done[n-1].cells), func(c cell) bool { _, anew := values[c.name]; return anew && now[c.name] != values[c.name] }), s.cells...)
		w.done = w.done[: n-1 : n-1]
	}
	w.done, w.undone = append(w.done, s), nil
	w.changed()
}

// keyOf is the key of a row without its corrections, which may have changed its label.
func (w *Work) keyOf(row *draft.Row) key {
	for _, s := range w.done {
		for _, c := range s.cells {
			if c.at == row.At {
				return c.row
			}
		}
	}
	return keyOf(row)
}

// Typed ends what is undone as one.
func (w *Work) Typed() {
	if n := len(w.done); n > 0 {
		w.done[n-1].typed = ""
	}
}

// changed notes that what was understood is no longer so.
func (w *Work) changed() {
	w.turn++
	w.Made = ""
	w.keep()
}

// Undo takes back the last correction, and tells whether there was one.
func (w *Work) Undo() (draft.At, bool) { return w.step(&w.done, &w.undone) }

// Redo makes it again.
func (w *Work) Redo() (draft.At, bool) { return w.step(&w.undone, &w.done) }

func (w *Work) step(from, to *[]step) (draft.At, bool) {
	n := len(*from)
	if n == 0 {
		return draft.At{}, false
	}
	s := (*from)[n-1]
	*from, *to = (*from)[:n-1:n-1], append(*to, s)
	w.changed()
	return s.cells[0].at, true
}

// Can tells whether there is something to undo, and to make again.
func (w *Work) Can() (undo, redo bool) { return len(w.done) > 0, len(w.undone) > 0 }

// Corrected are the cells of a row that say something else than the spreadsheet.
func (w *Work) Corrected(at draft.At) map[string]string { return inForce(w.done)[at] }

// inForce are the corrections that the steps leave.
func inForce(steps []step) map[draft.At]map[string]string {
	all := map[draft.At]map[string]string{}
	for _, s := range steps {
		for _, c := range s.cells {
			if all[c.at] == nil {
				all[c.at] = map[string]string{}
			}
			if all[c.at][c.name] = c.value; c.value == "" {
				delete(all[c.at], c.name)
			}
		}
	}
	return all
}

// follow has corrections go with their rows: to the row that stands where theirs did, or
// else to the one other row that says the same. Those of other rows are lost until those
// are back.
func follow(steps []step, rows []draft.Row) (stay []step, lost []cell) {
	at, of := map[draft.At]key{}, map[key][]draft.At{}
	for i := range rows {
		k := keyOf(&rows[i])
		at[rows[i].At] = k
		of[k] = append(of[k], rows[i].At)
	}
	for _, s := range steps {
		stays := step{typed: s.typed}
		for _, c := range s.cells {
			switch to := of[c.row]; {
			case at[c.at] == c.row:
			case len(to) == 1:
				c.at = to[0]
			default:
				lost = append(lost, c)
				continue
			}
			stays.cells = append(stays.cells, c)
		}
		if len(stays.cells) > 0 {
			stay = append(stay, stays)
		}
	}
	return stay, lost
}
