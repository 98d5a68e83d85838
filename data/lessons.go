package data

import (
	"fmt"
	"path"
	"strings"
)

// lessonEnd is the end of the name of a lesson's file.
const lessonEnd = ".lesson.json"

// Caps on the lessons of a dossier.
const (
	maxLessons = 50
	maxLesson  = 8 << 20 // bytes
)

// LessonFile is a lesson that comes with a dossier: its file as it stands there.
type LessonFile struct {
	Name  string // of the file, without its end: "ten-years"
	Path  string // inside the folder
	Bytes []byte
}

// Lessons are the lessons that come with the dossier, in the order in which its
// descriptor names them. What is in them has not been looked at.
func (d *Dossier) Lessons() []LessonFile { return d.lessons }

// readLessons reads the files that the descriptor names as lessons.
func (r *reader) readLessons(paths []string) []LessonFile {
	if len(paths) > maxLessons {
		r.descriptorProblem("lessons", count(len(paths), "lesson"), fmt.Sprintf("at most %d", maxLessons))
		return nil
	}
	var all []LessonFile
	first := make(map[string]int, len(paths))
	for i, p := range paths {
		member := fmt.Sprintf("lessons[%d]", i)
		if err := checkPath(p); err != nil {
			p = r.member(Problem{
				File: descriptorFile, Column: member, Found: err.Error() + ", " + quoted(p), Allowed: "a path of a file inside the folder, like lessons/first" + lessonEnd,
			}, "", pathMeant(r.fsys, p))
			if p == "" {
				continue
			}
		}
		name, ok := strings.CutSuffix(path.Base(p), lessonEnd)
		if !ok || !isID(name) {
			r.descriptorProblem(member, quoted(p), "a file named by lower-case words joined by hyphens, with the end "+lessonEnd)
			continue
		}
		if j, twice := first[name]; twice {
			r.descriptorProblem(member, fmt.Sprintf("%s, named as lessons[%d] is", quoted(p), j), "each name once")
			continue
		}
		first[name] = i
		file := inFolder(r.fsys, p)
		if b, ok := r.readFile(file, maxLesson); ok {
			all = append(all, LessonFile{name, file, b})
		}
	}
	return all
}
