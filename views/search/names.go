package search

import (
	"strings"

	"beltroad/data"
)

// names are what is searched: the names of projects and figures and what
// figures count, each folded as [fold] does, in the dossier's order.
type names struct{ projects, figures []string }

func namesIn(d *data.Dossier) *names {
	n := &names{}
	for _, p := range d.Projects() {
		n.projects = append(n.projects, fold(p.Name+" "+strings.Join(p.AlsoKnownAs, " ")))
	}
	for _, f := range d.Figures() {
		n.figures = append(n.figures, fold(f.Quantity.Text+" "+f.Label+" "+f.Quantity.Counts))
	}
	return n
}

// find returns the indexes of the projects and of the figures that hold every
// word of text, without regard to case, in their names or in what they count.
func (n *names) find(text string) (projects, figures []int) {
	words := strings.Fields(fold(text))
	return holding(n.projects, words), holding(n.figures, words)
}

func holding(names, words []string) []int {
	var found []int
	for i, name := range names {
		if holds(name, words) {
			found = append(found, i)
		}
	}
	return found
}

func holds(name string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(name, w) {
			return false
		}
	}
	return len(words) > 0
}

var hyphens = strings.NewReplacer("–", "-", "—", "-", "‑", "-")

// fold makes letters comparable: lower case, and every dash a hyphen.
func fold(s string) string { return hyphens.Replace(strings.ToLower(s)) }
