package views

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"beltroad/internal/export"
	"beltroad/internal/message"
	"beltroad/internal/session"
	"beltroad/internal/wording"
	"beltroad/views/ui"
)

// saving is what the dialog that saves a chart, a map or a timeline asks, and does.
type saving struct {
	fields

	words   *message.Printer
	of      export.Source
	formats []export.Format
	folder  string
	named   string             // as the program has named the file
	pillars []ui.ColorPair     // their colours
	end     context.CancelFunc // ends what is being saved; nil: nothing is

	choose  func()                                 // lets the user choose another folder
	ask     func(question, what string, do func()) // does something if the user says so
	saved   func(path string)
	changed func() // takes up another height of the content
	close   func() // closes the dialog
	beside  func(work func())
}

// fields are what the dialog shows.
type fields struct {
	name   *nameField
	kind   *choice
	many   *choice // questions
	scheme *choice
	where  *ui.Text
	told   *ui.Text // what is wrong, or how far saving has come
	save   *ui.Button
}

// questioner is what asks questions in some kinds of files.
type questioner interface {
	Asks(f export.Format) bool
	// AskAtMost sets how many there are.
	AskAtMost(questions int)
}

// namer is a source whose files are named by their kind.
type namer interface {
	// NameOf names a file of a kind for the user.
	NameOf(f export.Format) string
}

// questions are how many a worksheet may have, by the choice's index. The second is
// the usual one.
var questions = []int{6, 12, 20, session.AllQuestions}

// schemes are the colours that a picture can have, by the choice's index.
var schemes = []ui.Scheme{ui.Light, ui.Dark}

func newSaving(of export.Source, words *message.Printer, folder string) *saving {
	s := &saving{words: words, of: of, folder: folder, beside: func(work func()) { go work() }}
	formats, usual := export.Formats(of)
	s.formats = formats
	var names []string
	for _, f := range s.formats {
		names = append(names, words.Say(f.Name))
	}
	s.name = newNameField(words)
	s.name.OnSubmitted = func(string) { s.start(false) }
	s.kind = newChoice("", names, usual)
	s.suggest()
	var counts []string
	for _, n := range questions {
		counts = append(counts, words.Count("export.questions", n))
	}
	counts[len(counts)-1] = words.Say("export.questions.all")
	s.many = newChoice("", counts, 1)
	s.scheme = newChoice("", []string{words.Say("export.scheme.light"), words.Say("export.scheme.dark")}, 0)
	s.where = ui.Label(s.folder, ui.SizeCaption, ui.ColorMuted)
	s.told = ui.Label("", ui.SizeCaption, ui.ColorInk)
	s.save = ui.NewButton(words.Say("export.save"), func() { s.start(false) }, true)
	return s
}

// content is what the dialog shows.
func (s *saving) content() fyne.CanvasObject {
	label := func(key string) fyne.CanvasObject { return ui.Label(s.words.Say(key), ui.SizeCaption, ui.ColorMuted) }
	folder := ui.Column(6, label("export.folder"), s.where,
		ui.Flow(0, ui.NewButton(s.words.Say("export.folder.change"), func() { s.choose() }, false)))
	folder.Hidden = inBrowser
	colours := ui.Column(6, label("export.scheme"), s.scheme)
	many := ui.Column(6, label("export.questions.most"), s.many, ui.Gap(2))
	fit := func() { colours.Hidden, many.Hidden = !s.format().IsDrawing(), !s.asks(s.format()) }
	fit()
	s.kind.OnChanged = func(string) {
		fit()
		s.suggest()
		s.changed()
	}
	return ui.Column(6,
		label("export.name"), s.name, ui.Gap(2), label("export.kind"), s.kind, ui.Gap(2), many, colours, ui.Gap(2), folder,
		s.told, ui.Gap(4), ui.Flow(8, s.save, ui.NewButton(s.words.Say("export.cancel"), s.cancel, false)))
}

// suggest names the file by its kind, unless the user has named it.
func (s *saving) suggest() {
	name := s.of.ExportName()
	if of, ok := s.of.(namer); ok {
		name = of.NameOf(s.format())
	}
	if name = export.Suggest(name); s.name.Text == s.named {
		s.name.SetText(name)
		s.named = name
	}
}

// asks tells whether a kind of file asks questions.
func (s *saving) asks(f export.Format) bool {
	of, ok := s.of.(questioner)
	return ok && of.Asks(f)
}

// askAtMost chooses how many questions there are; another number than can be chosen
// is the usual one.
func (s *saving) askAtMost(most int) {
	if i := slices.Index(questions, most); i >= 0 {
		s.many.SetSelectedIndex(i)
	}
}

// atMost is how many questions are chosen.
func (s *saving) atMost() int { return questions[max(0, s.many.SelectedIndex())] }

func (s *saving) format() export.Format { return s.formats[max(0, s.kind.SelectedIndex())] }

// move takes another folder.
func (s *saving) move(folder string) {
	s.folder = folder
	s.where.SetText(folder)
	s.tell("", false)
}

// tell says what is wrong, or how far saving has come; nothing with "".
func (s *saving) tell(what string, wrong bool) {
	col := ui.ColorInk
	if wrong {
		col = "error"
	}
	s.told.SetRuns(ui.Run{Text: what, Size: ui.SizeCaption, Color: col})
	s.changed()
}

// start writes the file, unless one is being written. One that exists is
// replaced only if the user says so.
func (s *saving) start(replace bool) {
	if s.end != nil {
		return
	}
	f := s.format()
	file, bytes, fault := export.CheckName(s.name.Text, f.End)
	if fault != "" {
		s.tell(s.fault(fault, bytes), true)
		return
	}
	path := filepath.Join(s.folder, file)
	if !replace && s.asksFor(path) {
		return
	}
	s.tell("", false)
	s.run(path, f)
}

func (s *saving) fault(f export.Fault, bytes int) string {
	args := message.Args{}
	if f == export.NameLong {
		args = message.Args{"Bytes": bytes, "Most": export.MostName}
	}
	return s.words.Say("export.name."+string(f), args)
}

// asksFor asks whether a file that is there may go, and tells whether it did. Of a
// link it names the file that would.
func (s *saving) asksFor(path string) bool {
	info, err := os.Stat(path)
	target := linked(path)
	if target == "" && (err != nil || info.IsDir()) {
		return false
	}
	what := path
	if target != "" {
		what = s.words.Say("export.link", message.Args{"File": path, "Target": target})
	}
	s.ask(s.words.Say("export.exists"), what, func() { s.start(true) })
	return true
}

// run writes the file beside the window. What it needs of the window is taken now.
func (s *saving) run(path string, f export.Format) {
	ctx, end := context.WithCancel(context.Background())
	s.end = end
	job := &export.Job{Format: f, Letter: letter, Done: s.progress(ctx)}
	if of, ok := s.of.(export.Folders); ok && f.Folder {
		s.beside(func() {
			err := of.Folder(path)
			fyne.Do(func() { s.ended(end, path, err) })
		})
		return
	}
	palette := exportPalette(schemes[max(0, s.scheme.SelectedIndex())], s.pillars)
	switch of := s.of.(type) {
	case export.Works:
		if asks, ok := of.(questioner); ok {
			asks.AskAtMost(s.atMost())
		}
		job.Work = of.Work(f, palette)
	case export.Texts:
		job.Text = of.Text(f)
	default:
		if f.IsDrawing() {
			job.Sheet = s.of.Sheet()
			job.Palette = export.Frozen(job.Sheet, palette)
		} else {
			job.Table = s.of.Table()
		}
	}
	s.beside(func() {
		write(ctx, job, path, func(err error) { s.ended(end, path, err) })
	})
}

// ended takes up that nothing is being saved any more.
func (s *saving) ended(end func(), path string, err error) {
	end()
	s.end = nil
	s.finish(path, err)
}

// progress tells how far saving has come, not more often than it is read.
func (s *saving) progress(ctx context.Context) func(share float64) {
	return ui.Steps(func(percent int) {
		fyne.Do(func() {
			if ctx.Err() == nil && s.end != nil {
				s.tell(s.words.Say("export.progress", message.Args{"Percent": percent}), false)
			}
		})
	})
}

func (s *saving) finish(path string, err error) {
	switch {
	case err == nil:
		s.tell("", false)
		s.saved(path)
		if of, ok := s.of.(export.Told); ok {
			of.Saved(path)
		}
	case errors.Is(err, fs.ErrExist) && s.format().Folder:
		s.tell(s.words.Say("export.folder.exists"), true)
	case errors.Is(err, context.Canceled):
		s.tell(s.words.Say("export.cancelled"), false)
	default:
		s.tell(s.words.Say("export.failed", message.Args{"Why": reason(s.words, err)}), true)
	}
}

// cancel ends what is being saved, or closes the dialog.
func (s *saving) cancel() {
	if s.end == nil {
		s.close()
		return
	}
	s.stop()
}

// stop ends what is being saved.
func (s *saving) stop() {
	if s.end != nil {
		s.end()
	}
}

// reason is why a file is not saved.
func reason(w *message.Printer, err error) string {
	if errors.Is(err, export.ErrLarge) {
		return w.Say("export.why.large")
	}
	return wording.WhyUnsaved(w, err)
}

// nameField is an entry that leaves Escape to the window.
type nameField struct {
	widget.Entry

	words *message.Printer
}

func newNameField(words *message.Printer) *nameField {
	f := &nameField{words: words}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey implements [fyne.Focusable].
func (f *nameField) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		ui.ForwardKey(f, e)
		return
	}
	f.Entry.TypedKey(e)
}

// AccessibilityLabel implements [fyne.Accessible].
func (f *nameField) AccessibilityLabel() string { return f.words.Say("export.name") }

// AccessibilityRole implements [fyne.Accessible].
func (f *nameField) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// choice is a drop-down that leaves Escape to the window.
type choice struct {
	widget.Select

	label string // what a screen reader calls it; empty: as what is chosen
}

func newChoice(label string, options []string, chosen int) *choice {
	c := &choice{label: label}
	c.Options = options
	c.ExtendBaseWidget(c)
	c.SetSelectedIndex(chosen)
	return c
}

// AccessibilityLabel implements [fyne.Accessible].
func (c *choice) AccessibilityLabel() string { return cmp.Or(c.label, c.Selected) }

// AccessibilityRole implements [fyne.Accessible].
func (c *choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// TypedKey implements [fyne.Focusable].
func (c *choice) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		ui.ForwardKey(c, e)
		return
	}
	c.Select.TypedKey(e)
}
