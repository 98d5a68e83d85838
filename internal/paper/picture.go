package paper

import "beltroad/internal/drawing"

func (f Picture) lay(s *setting, in lane, to sink) {
	if f.Sheet == nil || f.Width <= 0 || f.Height <= 0 {
		return
	}
	const least = 0.8 // of its size, rather than being cut
	by := min(1, in.w/f.Width)
	if high := f.Height * by; high > s.room && high*least <= s.room {
		by = s.room / f.Height
	}
	small := f.Scaled(by)
	if small.Height <= s.room {
		one := strip{high: small.Height, marks: whole(small, in)}
		one.shrink = func(high float64) strip {
			smaller := small.Scaled(high / small.Height)
			return strip{high: high, marks: whole(smaller, in)}
		}
		to.put(one)
		return
	}
	for _, band := range bands(small) {
		to.put(strip{high: band.H, marks: within(small, band, in)})
	}
}

// whole is a drawing at a place.
func whole(s *drawing.Sheet, in lane) []drawing.Mark {
	return within(s, drawing.Box{W: s.Width, H: s.Height}, in)
}

// bands cut a high drawing from side to side, never through a text, a sign or a bar.
func bands(s *drawing.Sheet) []drawing.Box {
	const least, step = 60, 1
	taken := make([]bool, int(s.Height/step)+1) // of each line, whether something there is not to be cut
	for i := range s.Marks {
		m := &s.Marks[i]
		if m.Kind == drawing.Text || m.Kind == drawing.Sign || m.Kind == drawing.Rect && m.H < least {
			for y := max(0, int(m.Y/step)); y < min(len(taken), int((m.Y+m.H)/step)+1); y++ {
				taken[y] = true
			}
		}
	}
	var all []drawing.Box
	from := 0.0
	for i, is := range taken {
		if y := float64(i) * step; !is && y-from >= least && y < s.Height-least {
			all = append(all, drawing.Box{Y: from, W: s.Width, H: y - from})
			from = y
		}
	}
	return append(all, drawing.Box{Y: from, W: s.Width, H: s.Height - from})
}

// within are the marks of a band of a drawing, seen in that alone.
func within(s *drawing.Sheet, band drawing.Box, in lane) []drawing.Mark {
	seen := drawing.Mark{Kind: drawing.Clip, Box: drawing.Box{X: in.x, W: band.W, H: band.H}}
	all := []drawing.Mark{seen}
	for i := range s.Marks {
		m := s.Marks[i].Moved(in.x, -band.Y)
		switch {
		case m.Kind == drawing.Clip && m.W > 0:
			m.Box = cut(m.Box, seen.Box)
		case m.Kind == drawing.Clip:
			m = seen
		case m.Kind == drawing.Text && (m.Y+m.H <= 0 || m.Y >= band.H):
			continue
		}
		all = append(all, m)
	}
	return append(all, drawing.Mark{Kind: drawing.Clip})
}

// cut is what two boxes have in common; nothing to see is a speck.
func cut(a, b drawing.Box) drawing.Box {
	const speck = 0.01
	x, y := max(a.X, b.X), max(a.Y, b.Y)
	return drawing.Box{X: x, Y: y, W: max(min(a.X+a.W, b.X+b.W)-x, speck), H: max(min(a.Y+a.H, b.Y+b.H)-y, speck)}
}
