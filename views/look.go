package views

import (
	"math"

	"beltroad/internal/session"
	"beltroad/views/ui"
)

// look is how the user wants a window to look.
type look struct {
	scheme    ui.Scheme
	text      int  // percent
	projector bool // light and larger, whatever the others say
}

const (
	leastText, mostText = 100, 200 // percent
	projected           = 1.5      // of the text size, up to the largest
)

// lookOf is what settings say.
func lookOf(s session.Settings) look {
	return look{ui.Scheme(s.Scheme), s.TextSize, s.Projector}
}

// keep puts the look into settings.
func (l *look) keep(s *session.Settings) {
	s.Scheme, s.TextSize, s.Projector = string(l.scheme), l.text, l.projector
}

// percent is a text size as settings have it.
func percent(scale float32) int { return int(math.Round(float64(scale) * 100)) }

// scale makes text larger (+1), smaller (-1) or its normal size (0).
func (l *look) scale(step int) {
	const by = 25 // percent
	if step == 0 {
		l.text = session.Defaults().TextSize
	}
	l.text = max(leastText, min(l.text+step*by, mostText))
}

// themeOf is a theme that looks as settings say.
func themeOf(s session.Settings) *ui.Theme {
	l, t := lookOf(s), &ui.Theme{}
	l.dress(t)
	return t
}

// dress has a theme look so.
func (l *look) dress(t *ui.Theme) {
	t.Scheme, t.TextScale, t.Projector = l.scheme, float32(l.text)/100, l.projector
	if l.projector {
		t.TextScale = min(t.TextScale*projected, mostText/100)
	}
}
