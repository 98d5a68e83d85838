package lesson

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"reflect"
	"slices"
)

// merge brings together what this program has with what another one has left on
// the disk since both had the same. What only one has changed is as that left it.
// Where both have changed the same member of a slide, ours stands, and theirs
// becomes a hidden slide after it: nothing that was written is lost.
func merge(base, theirs, ours *Lesson) *Lesson {
	if reflect.DeepEqual(theirs, base) {
		return ours
	}
	l := *ours
	pick := func(was, their string, our *string) {
		if *our == was {
			*our = their
		}
	}
	pick(base.Title, theirs.Title, &l.Title)
	pick(base.Language, theirs.Language, &l.Language)
	pick(base.Dossier.Name, theirs.Dossier.Name, &l.Dossier.Name)
	pick(base.Dossier.Version, theirs.Dossier.Version, &l.Dossier.Version)
	first, second := theirs, ours // whose order holds, and who adds to it
	if !slices.Equal(common(base, ours), common(ours, base)) {
		first, second = ours, theirs
	}
	l.Slides = nil
	for _, id := range order(first, second) {
		l.Slides = append(l.Slides, mergeSlide(base, theirs, ours, id)...)
	}
	return &l
}

// common are the ids of the slides of one lesson that another has, too.
func common(of, with *Lesson) []string {
	var ids []string
	for _, s := range of.Slides {
		if with.Index(s.ID) >= 0 {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// order are all slides in the order of the first lesson; what the second has
// beside them comes after what it comes after there.
func order(first, second *Lesson) []string {
	ids := common(first, first)
	at := 0
	for _, s := range second.Slides {
		if i := slices.Index(ids, s.ID); i >= 0 {
			at = i + 1
			continue
		}
		ids = slices.Insert(ids, at, s.ID)
		at++
	}
	return ids
}

func find(l *Lesson, id string) (s Slide, ok bool) {
	if i := l.Index(id); i >= 0 {
		return l.Slides[i], true
	}
	return Slide{}, false
}

// mergeSlide is what is left of a slide: nothing, it, or two of it.
func mergeSlide(base, theirs, ours *Lesson, id string) []Slide {
	was, known := find(base, id)
	their, theyHave := find(theirs, id)
	our, weHave := find(ours, id)
	switch {
	case !theyHave && known && reflect.DeepEqual(our, was), !weHave && known && reflect.DeepEqual(their, was):
		return nil // one has removed it, the other has not touched it
	case !theyHave:
		return []Slide{our}
	case !weHave:
		return []Slide{their}
	}
	both := our
	clash := false
	o, t, w := reflect.ValueOf(&both).Elem(), reflect.ValueOf(their), reflect.ValueOf(was)
	for i := range o.NumField() {
		now, other, old := o.Field(i).Interface(), t.Field(i).Interface(), w.Field(i).Interface()
		switch {
		case reflect.DeepEqual(now, old):
			o.Field(i).Set(t.Field(i))
		case !reflect.DeepEqual(other, old) && !reflect.DeepEqual(other, now):
			clash = true
		}
	}
	if !clash {
		return []Slide{both}
	}
	their.Hidden, their.Section = true, ""
	their.ID = hashOf(their)
	if theirs.Index(their.ID) >= 0 || ours.Index(their.ID) >= 0 {
		return []Slide{both}
	}
	return []Slide{both, their}
}

// hashOf is an id that is the same whoever makes the copy.
func hashOf(s Slide) string {
	b, err := json.Marshal(s)
	if err != nil {
		return NewID() // cannot be: what was read can be written
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8])
}
