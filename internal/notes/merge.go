package notes

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"strings"
	"time"
)

// merge brings together what this program has with what another one has left on
// the disk since this one last saw it. Of two states of a note the later holds.
// If both have changed it since, nothing that was written is lost: the other text
// becomes a note of its own, and what was written wins over a deletion.
func merge(ours, theirs, base set) set {
	all := make(set, len(ours)+len(theirs))
	maps.Copy(all, theirs)
	for id, our := range ours {
		their, both := theirs[id]
		if !both {
			all[id] = our // a deletion that nobody remembers does not count
			continue
		}
		since, known := base[id]
		if known && !our.equal(since) && !their.equal(since) && !our.sameAs(their) {
			winner, loser := settle(our, their)
			all[id] = winner
			if keep, ok := copyOf(loser, winner); ok {
				all[keep.ID] = keep
			}
			continue
		}
		all[id] = later(our, their)
	}
	return all
}

// equal tells whether two notes say the same since the same time.
func (n Note) equal(other Note) bool { return n.Changed.Equal(other.Changed) && n.sameAs(other) }

// later is the note that was changed last. That of two at once is the same one
// whoever asks.
func later(a, b Note) Note {
	if cmp.Or(a.Changed.Compare(b.Changed), boolCompare(b.Deleted, a.Deleted), cmp.Compare(a.Text, b.Text), cmp.Compare(a.Kind, b.Kind)) < 0 {
		return b
	}
	return a
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}

// settle is who wins where two programs have changed a note.
func settle(a, b Note) (winner, loser Note) {
	winner, loser = later(a, b), b
	if winner.equal(b) {
		loser = a
	}
	if winner.Deleted && !loser.Deleted {
		winner, loser = loser, winner
		winner.Changed = loser.Changed.Add(time.Millisecond) // so that it wins everywhere
	}
	return winner, loser
}

// copyOf keeps the text of a note that another state of it has won over, unless
// the other says it, too. Whoever makes the copy gives it the same id.
func copyOf(loser, winner Note) (Note, bool) {
	if loser.Deleted || strings.TrimSpace(loser.Text) == "" || strings.Contains(winner.Text, loser.Text) {
		return Note{}, false
	}
	sum := sha256.Sum256([]byte(loser.ID + "\n" + loser.Text))
	loser.ID = hex.EncodeToString(sum[:16])
	return loser, true
}
