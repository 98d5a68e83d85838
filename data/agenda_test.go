package data

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const agendaName = "agenda2030"

func agenda(t *testing.T) *Dossier {
	t.Helper()
	for _, b := range Builtins() {
		if b.Name == agendaName {
			return mustOpen(t, b.FS)
		}
	}
	t.Fatal("it does not come with the program")
	return nil
}

// agendaTargets are the statements that are targets, by the number that the source prints.
func agendaTargets(d *Dossier) map[string]Statement {
	all := map[string]Statement{}
	for _, s := range d.Statements() {
		if number, ok := strings.CutPrefix(s.ID, "target-"); ok {
			all[strings.Replace(number, "-", ".", 1)] = s
		}
	}
	return all
}

// The resolution has 17 Goals, 169 targets, and 388 paragraphs.
func TestAgenda(t *testing.T) {
	d := agenda(t)
	if got := len(d.Paragraphs()); got != 388 {
		t.Errorf("%d paragraphs, want 388", got)
	}
	if got := len(d.Figures()); got < 60 {
		t.Errorf("only %d figures", got)
	}
	var targets []int
	for _, p := range d.Pillars() {
		root, ok := d.Statement("targets-of-" + p.ID)
		if !ok || root.Pillar != p.ID {
			t.Fatalf("no statement has the targets of %s", p.ID)
		}
		targets = append(targets, len(d.StatementsOf(root.ID)))
	}
	want := []int{7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19}
	if !slices.Equal(targets, want) {
		t.Errorf("targets by Goal: %v, want %v", targets, want)
	}
	tasks := 0
	for _, s := range d.Tasks("goals") {
		if strings.HasPrefix(s.ID, "target-") {
			tasks++
		}
	}
	if all := agendaTargets(d); len(all) != 169 || tasks != 169 {
		t.Errorf("%d targets, %d of them in the ledger of promises, want 169", len(all), tasks)
	}
	if doubts := Doubts(d); len(doubts) > 0 {
		t.Errorf("doubtful:\n%v", doubts)
	}
}

// A target's text begins with its number, which its paragraph prints, too.
func TestAgendaNumbers(t *testing.T) {
	d := agenda(t)
	for number, s := range agendaTargets(d) {
		p, _ := d.Paragraph(s.Paragraph)
		if !strings.HasPrefix(s.Text, number+" ") || p.Printed != "target "+number || s.Claim != Commitment || s.Pillar != p.Pillar {
			t.Errorf("%s: %q, ¶%d prints %q, %s", number, s.Text, s.Paragraph, p.Printed, s.Claim)
		}
	}
	for n, want := range map[int]string{31: "", 32: "paragraph 1", 57: "paragraph 22", 118: "Goal 1", 136: "target 3.1", 324: "", 341: "paragraph 74 (i)", 361: "paragraph 91", 374: "footnote 5"} {
		if p, _ := d.Paragraph(n); p.Printed != want {
			t.Errorf("¶%d prints %q, want %q", n, p.Printed, want)
		}
	}
}

// The text itself has the numbers, the years and the money that the targets are said to state.
func TestAgendaSaysWhatTheTextDoes(t *testing.T) {
	lines := sourceLines(sourceText(t, agendaName))
	d := agenda(t)
	year := regexp.MustCompile(`\b20[0-9]{2}\b`)
	for number, s := range agendaTargets(d) {
		line := lines[s.Paragraph-1]
		if !strings.HasPrefix(line, number+" ") {
			t.Errorf("¶%d is not target %s", s.Paragraph, number)
		}
		text := strings.ReplaceAll(line, "2015–2030", "") // in a name
		said, stated := year.FindAllString(text, -1), year.FindAllString(s.Promised.Deadline, -1)
		slices.Sort(said)
		slices.Sort(stated)
		if !slices.Equal(said, stated) {
			t.Errorf("%s: the text has %v, the ledger %v", number, said, stated)
		}
		for _, name := range s.Promised.Names {
			if !strings.Contains(line, strings.TrimSuffix(name, " Patterns")) {
				t.Errorf("%s: the text does not name %q", number, name)
			}
		}
	}
	for _, f := range d.Figures() {
		if digits := regexp.MustCompile(`[0-9][0-9.]*`).FindString(f.Quantity.Text); !strings.Contains(lines[f.Paragraph-1], digits) {
			t.Errorf("¶%d does not have %q of %s", f.Paragraph, digits, f.ID)
		}
	}
	for _, p := range d.Paragraphs() {
		if printed := strings.Fields(p.Printed); len(printed) == 2 && printed[0] != "Goal" && !strings.HasPrefix(lines[p.N-1], printed[1]) {
			t.Errorf("¶%d does not print %s", p.N, strconv.Quote(p.Printed))
		}
	}
}

// How many targets have which deadline is counted here, not by the source.
func TestAgendaDeadlines(t *testing.T) {
	got, money := map[string]int{}, []string{}
	for number, s := range agendaTargets(agenda(t)) {
		first, _, _ := strings.Cut(s.Promised.Deadline, " ")
		got[strings.TrimSuffix(first, ";")]++
		if s.Promised.Amount != "" {
			money = append(money, number)
		}
	}
	for year, want := range map[string]int{"": 86, "2017": 1, "2020": 21, "2025": 2, "2030": 59} {
		if got[year] != want {
			t.Errorf("%d targets are due in %q, want %d: %v", got[year], year, want, got)
		}
	}
	if slices.Sort(money); !slices.Equal(money, []string{"13.a", "17.2"}) {
		t.Errorf("%v have an amount of money", money)
	}
}
