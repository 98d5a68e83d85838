package lessons

import (
	"beltroad/internal/lesson"
	"beltroad/internal/search"
	"beltroad/views/record"
)

// Documents are lessons as they are searched: by their titles.
func Documents(w *record.Words, all *lesson.Library) []search.Document {
	var docs []search.Document
	add := func(id string, l *lesson.Lesson) {
		docs = append(docs, search.Document{
			Kind: search.Lesson, ID: id, Title: title(w, l), Body: []string{length(w, l)},
			Keywords: []string{w.Say("find.in." + string(search.Lesson))},
		})
	}
	for _, r := range all.Ready {
		if r.Lesson != nil {
			add(r.ID, r.Lesson)
		}
	}
	for _, store := range all.All() {
		add(store.ID, store.Lesson())
	}
	return docs
}
