package compare

import "beltroad/data"

// Side is what is in one of two different dossiers. Nothing of it is added up with
// the other's.
type Side struct {
	Edition

	Records  []data.Count // of each table
	Claims   []Share      // of figures
	Promises []Share      // what they state, and how many state nothing of it
	All      int          // promises
}

// Share is how many of some have something.
type Share struct {
	Name string
	N    int
}

// The parts that a promise may state.
const (
	DoneWhen = "done_when"
	Deadline = "deadline"
	Amount   = "amount"
	Names    = "names"
	Nothing  = "nothing"
)

func sideOf(d *data.Dossier) Side {
	s := Side{Edition: editionOf(d), Records: d.Summary()}
	claims := make(map[data.Claim]int)
	for _, f := range d.Figures() {
		claims[f.Claim]++
	}
	for _, c := range []data.Claim{data.Reported, data.Estimate, data.Commitment, data.Opinion} {
		s.Claims = append(s.Claims, Share{string(c), claims[c]})
	}
	stated := make(map[string]int)
	for _, section := range d.SectionsOf(data.Commitments) {
		for _, task := range d.Tasks(section.ID) {
			s.All++
			all := statedBy(&task.Promised)
			for _, name := range all {
				stated[name]++
			}
			if all == nil {
				stated[Nothing]++
			}
		}
	}
	for _, name := range []string{DoneWhen, Deadline, Amount, Names, Nothing} {
		s.Promises = append(s.Promises, Share{name, stated[name]})
	}
	return s
}

// statedBy are the parts that a promise states.
func statedBy(p *data.Promised) []string {
	var all []string
	for _, part := range []struct {
		name   string
		stated bool
	}{{DoneWhen, p.DoneWhen != ""}, {Deadline, p.Deadline != ""}, {Amount, p.Amount != ""}, {Names, len(p.Names) > 0}} {
		if part.stated {
			all = append(all, part.name)
		}
	}
	return all
}
