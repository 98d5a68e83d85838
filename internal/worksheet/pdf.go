package worksheet

import (
	"context"
	"io"
	"slices"
	"strconv"

	"beltroad/internal/drawing"
	"beltroad/internal/message"
	"beltroad/internal/paper"
)

const (
	indent  = 30.0 // of a question behind its number
	between = 30.0 // lines to write on
)

// PDF writes the worksheet, or its answer key.
func (s *Sheet) PDF(ctx context.Context, w io.Writer, key bool, face *drawing.Typeface) error {
	title := s.heading(key)
	out := paper.Flow(paper.A4, title, face.Measure, paper.Foot{Title: title, Lines: s.Imprint})
	out.Write(title, paper.Title, 0, drawing.InkPrint)
	out.Y += paper.Text.Size
	if !key {
		s.head(out)
	}
	for i := range s.Tasks {
		s.task(out, i, key)
	}
	about := drawing.PDFInfo{Title: title, Author: s.Program, Program: s.Program, Language: s.Language, Made: s.Made}
	pages := out.Done(func(page, of int) string { return s.words.Say("deck.page", message.Args{"Page": page, "Of": of}) })
	return drawing.PDF(ctx, w, pages, face, paper.Palette(nil), about, nil)
}

func (s *Sheet) heading(key bool) string {
	if key {
		return s.words.Say("worksheet.key", message.Args{"Title": s.Title})
	}
	return s.words.Say("worksheet.title", message.Args{"Title": s.Title})
}

// head is where a pupil writes name and date, and how the source is used.
func (s *Sheet) head(out *paper.Pages) {
	x := paper.Margin
	for _, part := range []struct {
		key   string
		share float64
	}{{"worksheet.name", 0.65}, {"worksheet.date", 0.35}} {
		text := s.words.Say(part.key)
		w := out.Set.Width(text, paper.Text) + paper.Text.Size/2
		out.Line(drawing.TextLine{Text: text, W: w}, x, out.Y, paper.Text, drawing.InkPrint)
		long := paper.Room * part.share
		out.Rule(x+w, out.Y+paper.Text.Height(1), long-w-paper.Text.Size)
		x += long
	}
	out.Y += 2 * paper.Text.Height(1)
	out.Write(s.words.Say("worksheet.lead"), paper.Text, 0, drawing.InkPrintMuted)
	out.Y += paper.Text.Size
}

// task is a question with room for its answer, or with the answer.
func (s *Sheet) task(out *paper.Pages, i int, key bool) {
	const box = 12.0
	t := &s.Tasks[i]
	high := paper.Text.Height(len(out.Set.Wrap(t.Ask, paper.Heading, paper.Room-indent, 100)))
	if !key {
		for _, g := range t.Given {
			high += paper.Text.Height(len(out.Set.Wrap(g, paper.Text, paper.Room-indent, 100)))
		}
		high += float64(len(t.Options))*paper.Text.Height(1) + float64(t.Lines)*between
	} else {
		high += paper.Text.Height(2)
	}
	out.Need(high)
	number := strconv.Itoa(i+1) + "."
	out.Line(drawing.TextLine{Text: number, W: out.Set.Width(number, paper.Heading)}, paper.Margin, out.Y, paper.Heading, drawing.InkPrint)
	out.Write(t.Ask, paper.Heading, indent, drawing.InkPrint)
	if key {
		for _, a := range s.answers(t) {
			out.Write(a, paper.Text, indent, drawing.InkPrint)
		}
		out.Y += paper.Text.Height(1)
		return
	}
	for _, g := range t.Given {
		out.Write(g, paper.Text, indent, drawing.InkPrint)
	}
	for _, o := range t.Options {
		out.Need(paper.Text.Height(1))
		out.Marks = append(out.Marks, drawing.Mark{
			Kind: drawing.Rect, Edge: drawing.InkPrint, Stroke: 1, Alpha: 1,
			Box: drawing.Box{X: paper.Margin + indent, Y: out.Y + (paper.Text.Height(1)-box)/2, W: box, H: box},
		})
		out.Write(o, paper.Text, indent+2*box, drawing.InkPrint)
	}
	for range t.Lines {
		out.Y += between
		out.Rule(paper.Margin+indent, out.Y, paper.Room-indent)
	}
	out.Y += between
}

// answers are what the key says to a question, and where it is found.
func (s *Sheet) answers(t *Task) []string {
	all := t.Answers
	if t.Kind == Absent {
		all = []string{s.words.Say("worksheet.absent.answer", message.Args{"What": s.words.List(t.Answers)})}
	}
	if t.Cite == "" || len(all) == 0 {
		return all
	}
	last := len(all) - 1
	all = slices.Clone(all)
	all[last] = s.words.Say("worksheet.cited", message.Args{"Answer": all[last], "Cite": t.Cite})
	return all
}
