package search

// entry is a term in a document.
type entry struct {
	term   uint32
	weight float32
}

// entries are those of documents, one after the other, until they are put by
// their terms. They lie in blocks, so that none is copied as there are more, and
// each is let go once its entries have their places.
type entries struct {
	blocks [][]entry
	ends   []uint32 // of documents
	n      uint32
}

// blockSize is how many entries a block has.
const blockSize = 1 << 15

// add adds the entries of the next document.
func (e *entries) add(all []entry) {
	for len(all) > 0 {
		last := len(e.blocks) - 1
		if last < 0 || len(e.blocks[last]) == blockSize {
			e.blocks = append(e.blocks, make([]entry, 0, blockSize))
			last++
		}
		room := min(blockSize-len(e.blocks[last]), len(all))
		e.blocks[last] = append(e.blocks[last], all[:room]...)
		all = all[room:]
		e.n += uint32(room) // #nosec G115 -- fewer than there is room for
	}
	e.ends = append(e.ends, e.n)
}

// counts are how many documents each of so many terms has.
func (e *entries) counts(terms int) []uint32 {
	all := make([]uint32, terms)
	for _, block := range e.blocks {
		for _, at := range block {
			all[at.term]++
		}
	}
	return all
}

// byTerm are the entries as postings, those of each term from a place on, which
// then is behind them. There are no entries any more.
func (e *entries) byTerm(at []uint32) []posting {
	all := make([]posting, e.n)
	i, document := uint32(0), uint32(0)
	for n, block := range e.blocks {
		for _, entry := range block {
			for i == e.ends[document] {
				document++
			}
			all[at[entry.term]] = posting{document, entry.weight}
			at[entry.term]++
			i++
		}
		e.blocks[n] = nil
	}
	return all
}
