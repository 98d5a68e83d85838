package search_test

import (
	"context"
	"reflect"
	"runtime"
	"testing"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/message/messagetest"
	"beltroad/internal/search"
	"beltroad/internal/wording"
)

// What is found in a large dossier takes a third of the room that its texts would.
func TestAnIndexHoldsNoTexts(t *testing.T) {
	d := datatest.Synthetic(t, 3000)
	w := wording.New(messagetest.English(t), d)
	words := search.WordsOf(d, w)
	before := heap()
	documents := search.Records(d, w)
	ix, err := search.Build(context.Background(), documents, words)
	if err != nil {
		t.Fatal(err)
	}
	const most = 500 // bytes for a record; with its texts it were 1,000
	if held := (heap() - before) / int64(documents.Len()); held > most {
		t.Errorf("the index holds %d bytes for each record, more than %d", held, most)
	}
	runtime.KeepAlive(ix)
	runtime.KeepAlive(words)
	runtime.KeepAlive(d)
}

// A document that is made in the room of another has nothing of that.
func TestDocumentsInOneRoom(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	all := search.Records(d, wording.New(messagetest.English(t), d))
	var room search.Document
	for i := range all.Len() {
		all.Fill(&room, i)
		fresh := at(all, i)
		for _, v := range []*search.Document{&room, &fresh} { // none is as good as empty
			for _, s := range []*[]string{&v.Also, &v.Body, &v.Keywords} {
				*s = append([]string{}, *s...)
			}
			v.Values, v.Facets = append([]float64{}, v.Values...), append([]search.Facet{}, v.Facets...)
		}
		if !reflect.DeepEqual(room, fresh) {
			t.Fatalf("document %d is %+v in the room of another, else %+v", i, room, fresh)
		}
	}
}
