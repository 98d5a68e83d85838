package lesson

import (
	"crypto/rand"
	"errors"
	"reflect"
	"slices"
	"strings"
)

// ErrGone is the error of a slide that the lesson does not have.
var ErrGone = errors.New("the lesson has no such slide")

// mostSteps can be undone.
const mostSteps = 200

// Editor changes a lesson, step by step. Each lesson that it hands out stays as
// it is: a change makes another one.
type Editor struct {
	now          *Lesson
	done, undone []step
}

// step is one thing that the user did.
type step struct {
	before, after *Lesson
	slide         string // that it was about
	typed         string // what is being typed into, while more of it may follow
}

// NewEditor edits a lesson.
func NewEditor(l *Lesson) *Editor { return &Editor{now: l.Clone()} }

// Lesson is the lesson of now, to be read alone.
func (e *Editor) Lesson() *Lesson { return e.now }

// Index is where a slide is; -1: it is not there.
func (l *Lesson) Index(id string) int {
	return slices.IndexFunc(l.Slides, func(s Slide) bool { return s.ID == id })
}

// next is a lesson to change: its slides are in a list of their own.
func (e *Editor) next() *Lesson {
	l := *e.now
	l.Slides = slices.Clone(l.Slides)
	return &l
}

// take makes a lesson the one of now, unless it cannot be kept. What is typed
// into one text is undone as one.
func (e *Editor) take(l *Lesson, slide, typed string) error {
	if reflect.DeepEqual(l, e.now) {
		return nil
	}
	if err := l.Check(); err != nil {
		return err
	}
	e.undone = nil
	if last := len(e.done) - 1; typed != "" && last >= 0 && e.done[last].typed == typed {
		e.done[last].after = l
	} else {
		e.done = append(e.done, step{e.now, l, slide, typed})
		if len(e.done) > mostSteps {
			e.done = slices.Delete(e.done, 0, 1)
		}
	}
	e.now = l
	return nil
}

// Typed ends what is undone as one: what is typed from now on is another step.
func (e *Editor) Typed() {
	if last := len(e.done) - 1; last >= 0 {
		e.done[last].typed = ""
	}
}

// Rename gives the lesson another title.
func (e *Editor) Rename(title string, typing bool) error {
	l := e.next()
	l.Title = title
	return e.take(l, "", typedInto("", "title", typing))
}

// Change changes one member of a slide. What is typed into it, step by step, is
// undone as one.
func (e *Editor) Change(id, member string, typing bool, change func(*Slide)) error {
	l := e.next()
	i := l.Index(id)
	if i < 0 {
		return ErrGone
	}
	s := l.Slides[i].Clone()
	change(&s)
	s.ID = id
	l.Slides[i] = s
	return e.take(l, id, typedInto(id, member, typing))
}

func typedInto(id, member string, typing bool) string {
	if !typing {
		return ""
	}
	return id + "/" + member
}

// Draw gives a slide other ink. A slide that is not there any more has none.
func (e *Editor) Draw(id string, ink []Stroke) error {
	err := e.Change(id, "ink", false, func(s *Slide) { s.Ink = ink })
	if errors.Is(err, ErrGone) {
		return nil
	}
	return err
}

// Add puts slides after another one, or at the end, and gives them ids.
func (e *Editor) Add(after string, slides ...Slide) (ids []string, err error) {
	if len(slides) == 0 {
		return nil, nil
	}
	l := e.next()
	at := l.Index(after) + 1
	if at == 0 {
		at = len(l.Slides)
	}
	for i, s := range slides {
		s = s.Clone()
		s.ID = NewID()
		ids = append(ids, s.ID)
		l.Slides = slices.Insert(l.Slides, at+i, s)
	}
	return ids, e.take(l, ids[0], "")
}

// Duplicate puts a copy of a slide after it. A part of the lesson begins once.
func (e *Editor) Duplicate(id string) (string, error) {
	i := e.now.Index(id)
	if i < 0 {
		return "", ErrGone
	}
	s := e.now.Slides[i]
	s.Section = ""
	ids, err := e.Add(id, s)
	if err != nil {
		return "", err
	}
	return ids[0], nil
}

// Remove takes a slide out. The part that it began begins with the next slide.
func (e *Editor) Remove(id string) error {
	l := e.next()
	i := l.Index(id)
	if i < 0 {
		return ErrGone
	}
	if next := i + 1; next < len(l.Slides) && l.Slides[i].Section != "" && l.Slides[next].Section == "" {
		l.Slides[next].Section = l.Slides[i].Section
	}
	l.Slides = slices.Delete(l.Slides, i, i+1)
	return e.take(l, id, "")
}

// PutBack puts a slide that was taken out where it was in an earlier state, behind
// what is still there of the slides before it.
func (e *Editor) PutBack(was *Lesson, id string) error {
	i := was.Index(id)
	if i < 0 || e.now.Index(id) >= 0 {
		return ErrGone
	}
	l, s, at := e.next(), was.Slides[i].Clone(), 0
	for j := i - 1; j >= 0 && at == 0; j-- {
		at = l.Index(was.Slides[j].ID) + 1
	}
	if at < len(l.Slides) && l.Slides[at].Section == s.Section {
		l.Slides[at].Section = "" // it begins with the slide that is back
	}
	l.Slides = slices.Insert(l.Slides, at, s)
	return e.take(l, id, "")
}

// Row is a line of the list of a lesson: the title of a part, or a slide.
type Row struct {
	Section string
	Slide   int // index; -1: it is a title
}

// Rows are the slides with the titles of the parts above them.
func (l *Lesson) Rows() []Row {
	rows := make([]Row, 0, len(l.Slides))
	for i, s := range l.Slides {
		if s.Section != "" {
			rows = append(rows, Row{s.Section, -1})
		}
		rows = append(rows, Row{Slide: i})
	}
	return rows
}

// RowOf is the row of a slide; -1: it is not there.
func (l *Lesson) RowOf(id string) int {
	i := l.Index(id)
	return slices.IndexFunc(l.Rows(), func(r Row) bool { return i >= 0 && r.Slide == i })
}

// Move brings a slide to a row of the list, so that it may come into another
// part. A part that has no slide any more is no part.
func (e *Editor) Move(id string, row int) error {
	from := e.now.RowOf(id)
	if from < 0 {
		return ErrGone
	}
	rows := e.now.Rows()
	moved := rows[from]
	rows = slices.Delete(rows, from, from+1)
	rows = slices.Insert(rows, min(max(row, 0), len(rows)), moved)
	l := e.next()
	l.Slides = l.Slides[:0]
	section := ""
	for _, r := range rows {
		if r.Slide < 0 {
			section = r.Section
			continue
		}
		s := e.now.Slides[r.Slide]
		s.Section, section = section, ""
		l.Slides = append(l.Slides, s)
	}
	return e.take(l, id, "")
}

// Undo takes back the last step, and tells the slide that it was about.
func (e *Editor) Undo() (slide string, ok bool) {
	last := len(e.done) - 1
	if last < 0 {
		return "", false
	}
	st := e.done[last]
	st.typed = ""
	e.done, e.undone, e.now = e.done[:last], append(e.undone, st), st.before
	return st.slide, true
}

// Redo does again what was undone last.
func (e *Editor) Redo() (slide string, ok bool) {
	last := len(e.undone) - 1
	if last < 0 {
		return "", false
	}
	st := e.undone[last]
	e.undone, e.done, e.now = e.undone[:last], append(e.done, st), st.after
	return st.slide, true
}

// CanUndo tells whether there is a step to take back, CanRedo whether one can be
// done again.
func (e *Editor) CanUndo() bool { return len(e.done) > 0 }

// CanRedo tells whether a step can be done again.
func (e *Editor) CanRedo() bool { return len(e.undone) > 0 }

// rebase takes what somebody else has changed into the lesson, and into what
// undoing leads to.
func (e *Editor) rebase(merged func(*Lesson) *Lesson) {
	seen := map[*Lesson]*Lesson{}
	once := func(l *Lesson) *Lesson {
		if seen[l] == nil {
			seen[l] = merged(l)
		}
		return seen[l]
	}
	e.now = once(e.now)
	for _, steps := range [][]step{e.done, e.undone} {
		for i := range steps {
			steps[i].before, steps[i].after = once(steps[i].before), once(steps[i].after)
		}
	}
}

// NewID is an id that no other slide has.
func NewID() string {
	const letters = 12
	return strings.ToLower(rand.Text())[:letters]
}
