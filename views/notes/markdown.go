package notes

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"beltroad/views/ui"
)

// markdown sets a text of Markdown: paragraphs, headings, lists, quotations and
// code, with what is strong, emphasised or code in them. Links are text: the
// program opens none that a file might have brought. HTML is shown as it is.
func markdown(source string) fyne.CanvasObject {
	m := &setter{source: []byte(source)}
	return ui.Column(6, m.blocks(goldmark.DefaultParser().Parse(text.NewReader(m.source)), 0)...)
}

// setter sets one text.
type setter struct{ source []byte }

// deepest is how many lists and quotations within one another are told apart.
const deepest = 6

// blocks are the parts of a block, below one another.
func (m *setter) blocks(in ast.Node, depth int) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for n := in.FirstChild(); n != nil; n = n.NextSibling() {
		all = append(all, m.block(n, depth))
	}
	return all
}

func (m *setter) block(n ast.Node, depth int) fyne.CanvasObject {
	if depth > deepest {
		return ui.NewText(ui.Run{Text: m.plain(n)})
	}
	switch n := n.(type) {
	case *ast.Heading:
		return ui.NewText(m.inlines(n, fyne.TextStyle{Bold: true})...)
	case *ast.List:
		return ui.Column(3, m.items(n, depth)...)
	case *ast.Blockquote:
		bar := ui.NewBox(ui.ColorLine)
		bar.Least = fyne.NewSize(3, 1)
		return ui.TopRow(8, 1, bar, ui.Column(6, m.blocks(n, depth+1)...))
	case *ast.ThematicBreak:
		return ui.Rule()
	case *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock:
		var lines []fyne.CanvasObject
		for i := range n.Lines().Len() {
			at := n.Lines().At(i)
			lines = append(lines, ui.NewText(ui.Run{Text: strings.TrimRight(string(at.Value(m.source)), "\n"), Size: ui.SizeCaption, Style: fyne.TextStyle{Monospace: true}}))
		}
		return ui.Column(0, lines...)
	default:
		return ui.NewText(m.inlines(n, fyne.TextStyle{})...)
	}
}

// items are those of a list, each after its sign or number.
func (m *setter) items(list *ast.List, depth int) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	number := list.Start
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		sign := "•"
		if list.IsOrdered() {
			sign = strconv.Itoa(number) + "."
			number++
		}
		all = append(all, ui.TopRow(8, 1, ui.OneLine(sign, ui.SizeBody, ui.ColorMuted), ui.Column(3, m.blocks(n, depth+1)...)))
	}
	return all
}

// inlines are the runs of a line.
func (m *setter) inlines(in ast.Node, style fyne.TextStyle) []ui.Run {
	var runs []ui.Run
	for n := in.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			said := string(n.Value(m.source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				said += " "
			}
			runs = append(runs, ui.Run{Text: said, Style: style})
		case *ast.String:
			runs = append(runs, ui.Run{Text: string(n.Value), Style: style})
		case *ast.Emphasis:
			in := style
			in.Bold, in.Italic = in.Bold || n.Level > 1, in.Italic || n.Level == 1
			runs = append(runs, m.inlines(n, in)...)
		case *ast.CodeSpan:
			in := style
			in.Monospace = true
			runs = append(runs, m.inlines(n, in)...)
		case *ast.AutoLink:
			runs = append(runs, ui.Run{Text: string(n.URL(m.source)), Style: style})
		case *ast.RawHTML:
			runs = append(runs, ui.Run{Text: string(n.Segments.Value(m.source)), Style: style})
		default:
			runs = append(runs, m.inlines(n, style)...)
		}
	}
	return runs
}

// plain is the text of a node without its form.
func (m *setter) plain(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(t.Value(m.source))
			b.WriteByte(' ')
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
