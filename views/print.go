package views

import (
	"context"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"beltroad/internal/export"
	"beltroad/internal/paper"
	"beltroad/internal/session"
	"beltroad/views/ui"
)

// paperSize is a size of paper, by the name that settings have for it.
type paperSize struct {
	name string
	size paper.Size
}

// The sizes of paper.
var (
	paperA4     = paperSize{"a4", paper.A4}
	paperLetter = paperSize{"letter", paper.Letter}
)

// paperSizes are the sizes, the usual one first: the one that was chosen, or that of the
// desktop's country.
func paperSizes(chosen, locale string) []paperSize {
	if chosen == paperLetter.name || chosen == "" && usesLetter(locale) {
		return []paperSize{paperLetter, paperA4}
	}
	return []paperSize{paperA4, paperLetter}
}

// usesLetter tells whether the country of a locale, like "en-US" or "es_MX.UTF-8", has
// Letter for its usual paper.
func usesLetter(locale string) bool {
	const countries = " US CA MX PR PH CL CO CR DO GT NI PA SV VE BO "
	locale, _, _ = strings.Cut(locale, ".")
	parts := strings.FieldsFunc(locale, func(r rune) bool { return r == '-' || r == '_' })
	for i, part := range parts {
		if i > 0 && len(part) == 2 && strings.Contains(countries, " "+strings.ToUpper(part)+" ") {
			return true
		}
	}
	return false
}

// paperLocale is that of the desktop's paper.
func paperLocale() string {
	for _, name := range []string{"LC_ALL", "LC_PAPER"} {
		if set := os.Getenv(name); set != "" {
			return set
		}
	}
	return lang.SystemLocale().String()
}

// paperSizes are those that this user prints on, the usual one first.
func (w *Window) paperSizes() []paperSize {
	return paperSizes(w.app.session.Settings().Paper, paperLocale())
}

// printCommands print, and what belongs to that.
func (w *Window) printCommands() []command {
	return []command{
		{name: "menu.print", key: fyne.KeyP, mod: fyne.KeyModifierShortcutDefault, do: w.print},
		{name: "menu.print.save", do: w.saveAsPDF},
		{name: "menu.paper", sub: w.paperCommands()},
		{},
	}
}

// paperCommands choose the size of paper.
func (w *Window) paperCommands() []command {
	var all []command
	for _, s := range []paperSize{paperA4, paperLetter} {
		all = append(all, command{
			name: "menu.paper." + s.name, do: func() { w.app.set(func(set *session.Settings) { set.Paper = s.name }) },
			on: func() bool { return w.paperSizes()[0] == s },
		})
	}
	return all
}

// print prints what is in front: a text that lies over the page, the record that stands
// open, or the page. A lesson is taken along instead.
func (w *Window) print() {
	w.printAs(w.Print)
}

// saveAsPDF offers to save what would be printed.
func (w *Window) saveAsPDF() {
	w.printAs(func(p *printout) { w.Export(p) })
}

func (w *Window) printAs(do func(*printout)) {
	switch {
	case w.shell == nil || w.shell.page == nil || w.printing != nil:
	case w.dialog != nil:
		if text := w.text; text.content != nil {
			titled := ui.Column(12, ui.Strong(text.title, ui.SizeTitle, ui.ColorInk), text.content)
			do(newPrintout(w.shell, text.title, "", ui.OnPaper(titled), w.paperSizes()))
		}
	default:
		w.shell.CloseSearch()
		if l, ok := w.shell.printsLesson(); ok {
			w.TakeAlong(l)
			return
		}
		do(w.shell.printed(w.paperSizes()))
	}
}

// printing is a document that is being made.
type printing struct {
	end  context.CancelFunc
	told *ui.Text // how far it has come; nil: it is not shown yet
}

// Print makes a PDF file of a document beside the window, and has the system show it.
func (w *Window) Print(p *printout) {
	const patience = 400 * time.Millisecond // most are there before anybody could read how far they are
	ctx, end := context.WithCancel(context.Background())
	w.printing = &printing{end: end}
	now := w.printing
	var shown dialog.Dialog
	time.AfterFunc(patience, func() {
		w.app.do(func() {
			if w.printing == now && ctx.Err() == nil {
				shown = w.showPrinting(now)
			}
		})
	})
	format := p.Formats()[0]
	job := &export.Job{Format: format, Work: p.Work(format, exportPalette(ui.Light, w.theme.Pillars)), Done: ui.Steps(func(percent int) {
		w.app.do(func() { now.tell(w, percent) })
	})}
	w.Background(func(context.Context) func() {
		path, err := w.printFile(p.ExportName())
		if err == nil {
			err = export.WriteFile(path, func(f io.Writer) error { return job.Write(ctx, f) })
		}
		return func() {
			end()
			w.printing = nil
			if shown != nil && w.dialog == shown {
				shown.Hide()
			}
			w.printed(p, path, err)
		}
	})
}

// showPrinting shows how far a document has come, until it is there or given up.
func (w *Window) showPrinting(p *printing) dialog.Dialog {
	words := w.app.words
	p.told = ui.Label(words.Say("export.progress", map[string]any{"Percent": 0}), ui.SizeBody, ui.ColorInk)
	cancel := ui.NewButton(words.Say("export.cancel"), nil, false)
	w.openScrolled(ui.Column(12, p.told, ui.Flow(0, cancel)), 320, func(scroller *ui.Scroller) *dialog.CustomDialog {
		d := dialog.NewCustomWithoutButtons(words.Say("print.making"), scroller, w.win)
		cancel.OnTapped = d.Hide
		d.SetOnClosed(p.end)
		return d
	})
	w.win.Canvas().Focus(cancel)
	return w.dialog
}

func (p *printing) tell(w *Window, percent int) {
	if p.told != nil {
		p.told.SetText(w.app.words.Say("export.progress", map[string]any{"Percent": percent}))
	}
}

// printed has the system show the file, or tells what went wrong.
func (w *Window) printed(p *printout, path string, err error) {
	words := w.app.words
	switch {
	case errors.Is(err, context.Canceled):
		w.Say(words.Say("print.cancelled"))
		return
	case err != nil:
		w.Say(words.Say("print.failed", map[string]any{"Why": reason(words, err)}))
		return
	case inBrowser:
		w.Say(words.Say("export.saved", map[string]any{"File": path}))
		return
	}
	said := "print.opened"
	if w.app.showFile(path) != nil {
		said = "print.unopened"
	}
	w.Offer(words.Say(said, map[string]any{"File": path, "Title": ui.Shortened(p.ExportName(), 60)}), words.Say("menu.print.save"), func() { w.Export(p) })
}

// showFile has the system show a file of this computer in the program that it has for
// that. It is the one place where anything is opened, and opens nothing else.
func (a *App) showFile(path string) error {
	u, err := fileAddress(path)
	if err != nil {
		return err
	}
	return a.fyne.OpenURL(u)
}

// fileAddress is the address of a file of this computer.
func fileAddress(path string) (*url.URL, error) {
	if !filepath.IsAbs(path) {
		return nil, errors.New("no absolute path")
	}
	slashed := filepath.ToSlash(path)
	if strings.HasPrefix(slashed, "//") { // another computer's, by the network
		return nil, errors.New("no file of this computer")
	}
	if !strings.HasPrefix(slashed, "/") { // a drive
		slashed = "/" + slashed
	}
	return &url.URL{Scheme: "file", Path: slashed}, nil
}

// printKept is how long what was printed is kept for whatever shows it.
const printKept = 24 * time.Hour

// printFile is a new file for a document of that name, among the app's own. Those of the
// days before go.
func (w *Window) printFile(title string) (string, error) {
	name := export.Suggest(title)
	if name == "" {
		name = "page"
	}
	if inBrowser {
		return name + ".pdf", nil
	}
	dir := filepath.Join(w.app.dir, "print")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	old, _ := os.ReadDir(dir)
	for _, e := range old {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > printKept {
			_ = os.Remove(filepath.Join(dir, e.Name())) // one that is open still goes next time
		}
	}
	for n := 1; ; n++ {
		path := filepath.Join(dir, name+".pdf")
		if n > 1 {
			path = filepath.Join(dir, name+"-"+strconv.Itoa(n)+".pdf")
		}
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return path, nil
		} else if err != nil {
			return "", err
		}
	}
}

// readText is a text that lies over the page, to be read.
type readText struct {
	title   string
	content fyne.CanvasObject
}
