package views

import (
	"beltroad/views/record"
	"beltroad/views/route"
)

// besideReader is the host of a record that opens beside the page that is shown: in
// the reader, what it leads to opens there, too, and the text stays.
func (s *Shell) besideReader() record.Host { return reading{s} }

// reading is a shell from which records do not lead away.
type reading struct{ *Shell }

// Go implements [route.Nav].
func (h reading) Go(r route.Route) {
	if h.Here().Kind == route.Read && r.Pane != (route.Ref{}) {
		r = h.beside(r.Pane)
	}
	h.Shell.Go(r)
}
