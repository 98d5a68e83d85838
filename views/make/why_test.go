package make

import (
	"testing"

	"beltroad/internal/amount"
	"beltroad/internal/message"
	"beltroad/internal/message/messagetest"
)

// TestEachDoubtIsSaid looks for the sentence of each doubt, with the part that is meant.
func TestEachDoubtIsSaid(t *testing.T) {
	words := messagetest.English(t)
	for _, wording := range []string{
		"at least 40", "67 members from 50", "third forum", "5m", "1,5", "dozens", "up from 230", "a decade", "over 2 but under 3", "about 5 to 7", "not 230",
		"none", "many", "no", "one third", "doubled", "in 2023", "1e999",
	} {
		a, _ := amount.Guess(wording)
		if key := "make.why." + a.Doubt; a.Doubt == "" || !words.Has(key) || words.Say(key, message.Args{"Part": a.Part}) == "" {
			t.Errorf("%q is in doubt: %q", wording, a.Doubt)
		}
	}
}
