package lessons

import (
	"fmt"
	"testing"

	"beltroad/internal/lesson"
)

// BenchmarkTyping is a letter in the notes of a slide, and a slide moved, in a lesson of many slides.
func BenchmarkTyping(b *testing.B) {
	for _, n := range []int{5, 200} {
		k := newDesk(b)
		store := k.own(func(l *lesson.Lesson) {
			l.Slides = nil
			for i := range n {
				l.Slides = append(l.Slides, lesson.Slide{ID: fmt.Sprint("s", i), Place: "map", Title: fmt.Sprint("Slide ", i)})
			}
		})
		p := k.editor(store.ID)
		p.outline.choose("s3")
		f := fieldsIn(p.Content())[2]
		k.over.Focus(f)
		b.Run(fmt.Sprint("letter/", n), func(b *testing.B) {
			for i := range b.N {
				if i%500 == 499 {
					f.SetText("")
				}
				f.TypedRune('a')
			}
		})
		b.Run(fmt.Sprint("move/", n), func(b *testing.B) {
			for i := range b.N {
				p.MoveSlide(1 - 2*(i%2))
			}
		})
	}
}
