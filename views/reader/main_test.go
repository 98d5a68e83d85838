package reader

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/session"
	"beltroad/internal/source"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

// shown is the reader of the made-up dossier in a window of that size, at its beginning.
func shown(t testing.TB, size fyne.Size, likes func(*session.Reading)) (*Page, *uitest.Host) {
	t.Helper()
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light})
	d := datatest.Open(t, fixture.Harbour())
	reading := session.Defaults().Reading
	if likes != nil {
		likes(&reading)
	}
	p, k := onDesk(t, d, &reading)
	host := k.Host
	p.Open(route.To(route.Read, ""))
	uitest.InWindow(t, p.Content(), size)
	p.Arrive(route.To(route.Read, ""))
	return p, host
}

// onDesk is the reader of a dossier, and what is around it.
func onDesk(t testing.TB, d *data.Dossier, likes *session.Reading) (*Page, *desk) {
	t.Helper()
	k := &desk{Host: &uitest.Host{Likes: likes}, shelf: source.NewShelf(d, source.NewStore(""))}
	return New(d, record.NewWords(uitest.English(), d), k), k
}

// desk is the host with a shelf for the reader's own copy.
type desk struct {
	*uitest.Host

	shelf *source.Shelf
	file  *File // what the user chooses; nil: nothing
}

func (h *desk) Copies() *source.Shelf { return h.shelf }

func (h *desk) ChooseFile(_ []string, then func(File)) {
	if h.file != nil {
		then(*h.file)
	}
}

var usual = fyne.NewSize(800, 500)

// texts are the texts of a passage that is on screen.
func texts(p *Page, n int) []*ui.Text {
	var all []*ui.Text
	ui.Walk(p.Passage(n), func(o fyne.CanvasObject) bool {
		if t, ok := o.(*ui.Text); ok {
			all = append(all, t)
		}
		return true
	})
	return all
}

// links are the links in a passage, by their texts.
func links(p *Page, n int) map[string]*ui.Link {
	all := map[string]*ui.Link{}
	ui.Walk(p.Passage(n), func(o fyne.CanvasObject) bool {
		if l, ok := o.(*ui.Link); ok {
			all[l.Text] = l
		}
		return true
	})
	return all
}
