package reader

import (
	"beltroad/data"
)

// voice is a run of sentences of one kind.
type voice struct {
	claim   data.Claim // empty: not said
	speaker string     // whom the ledger names for its figures of that kind; empty: nobody, or several
	span    data.Span  // in the summary
}

// voices are the runs of sentences of a paragraph, in order.
func voices(d *data.Dossier, par data.Paragraph) []voice {
	if len(par.Claims) == 0 {
		return []voice{{span: data.Span{End: len(par.Summary)}}}
	}
	var all []voice
	for i, s := range data.Sentences(par.Summary) {
		if n := len(all); n > 0 && all[n-1].claim == par.Claims[i] {
			all[n-1].span.End = s.End
			continue
		}
		all = append(all, voice{claim: par.Claims[i], span: s})
	}
	mentions := d.Mentions(par.N)
	for i := range all {
		all[i].speaker = speaker(d, all[i], mentions)
	}
	return all
}

// speaker is the one whom the ledger names for the figures in a run of sentences.
func speaker(d *data.Dossier, v voice, mentions []data.Mention) string {
	name := ""
	for _, m := range mentions {
		f, ok := d.Figure(m.Figure)
		if !ok || m.Start < v.span.Start || m.End > v.span.End || f.Claim != v.claim {
			continue
		}
		if f.Speaker == "" || name != "" && name != f.Speaker {
			return ""
		}
		name = f.Speaker
	}
	return name
}
