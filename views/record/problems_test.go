package record

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/internal/message/messagetest"
	"beltroad/views/ui"
)

// Quotes of a program are those of the language; what could not be seen stays written
// out, and a mend stays what has to be typed.
func TestQuotesOfProblems(t *testing.T) {
	w := messagetest.English(t)
	for said, want := range map[string]string{
		`"Laos"`:                         `“Laos”`,
		`"country" in a list`:            `“country” in a list`,
		`"A \"good\" speech", with more`: `“A "good" speech”, with more`,
		`"A spe\u200bech" and "x\\y"`:    `“A spe\u200bech” and “x\y”`,
		`a " alone`:                      `a " alone`,
		`5 cells`:                        `5 cells`,
		``:                               ``,
		`""`:                             `“”`,
	} {
		if got := Quoted(w, said); got != want {
			t.Errorf("%s is %s, want %s", said, got, want)
		}
	}
	list := ProblemList(w, data.Problems{
		{File: "a.csv", Row: 2, Column: "label", Found: `"x"`, Allowed: "text", Mend: `"y"`, Safe: true},
		{Found: "reading stops"},
	})
	if want := "a.csv\t2\tlabel\t“x”\ttext\tUse \"y\"\n"; !strings.Contains(list, want) || strings.Count(list, "\n") != 3 {
		t.Errorf("the list is %q", list)
	}
}

// Where the cells of a problem lie below one another each has its title before it, and
// what is empty has none.
func TestStackedProblemsAreNamed(t *testing.T) {
	p := NewProblems(messagetest.English(t), "file", func(data.Problem) {})
	p.Show(data.Problems{{File: "a.csv", Row: 2, Column: "pillar", Found: `"x"`, Allowed: "text"}, {File: "b.csv", Found: "nothing", Allowed: "text"}})
	window := test.NewTempWindow(t, ui.Page(p.Table))
	window.Resize(fyne.NewSize(300, 600))
	named := map[string]int{}
	for _, o := range p.Children() {
		if text, ok := o.(*ui.Text); ok {
			named[text.String()]++
		}
	}
	if !p.Stacked() || named["Row"] != 1 || named["Column"] != 1 || named["Found"] != 2 || named["Allowed"] != 2 {
		t.Errorf("named are %v", named)
	}
}

// A table of problems is sorted by what its title says, and opens the one that is told.
func TestTableOfProblems(t *testing.T) {
	var opened data.Problem
	p := NewProblems(messagetest.English(t), "sheet", func(x data.Problem) { opened = x })
	p.Show(data.Problems{{File: "a", Row: 9, Found: "z"}, {File: "a", Row: 10, Found: "y"}, {File: "b", Row: 1, Found: "x"}})
	order := func() string {
		var rows []string
		for i := range p.Len() {
			rows = append(rows, p.row(i).Label)
		}
		return strings.Join(rows, "; ")
	}
	first := order()
	p.sort(1)
	if got := order(); !strings.HasPrefix(got, "b, Row 1, x") || got == first {
		t.Errorf("by rows: %s", got)
	}
	p.sort(1)
	if got := order(); !strings.HasPrefix(got, "a, Row 10") {
		t.Errorf("the other way round: %s", got)
	}
	p.OnOpen("2")
	if opened.File != "b" {
		t.Errorf("opened is %v", opened)
	}
}
