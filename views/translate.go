package views

import (
	"encoding/json"
	"io/fs"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/assets"
	"beltroad/internal/message"
	"beltroad/internal/session"
)

// languages are the files of the languages that the program has.
func languages() fs.FS {
	all, err := fs.Sub(assets.Translations, "translations")
	if err != nil { // the folder is built in
		fyne.LogError("no languages", err)
	}
	return all
}

// printerOf is the printer of a language, or else of English, or else one that
// shows keys.
func printerOf(all fs.FS, tag string) *message.Printer {
	for _, t := range []string{tag, message.Base} {
		p, err := message.Open(all, t)
		if err == nil {
			return p
		}
		fyne.LogError("the language "+t+" is not used", err)
	}
	return message.Keys()
}

// English are the words of what is printed for the command line.
func English() *message.Printer { return printerOf(languages(), message.Base) }

// fyneWords is the beginning of the keys of what Fyne's own dialogs and menus say.
const fyneWords = "fyne."

// speakFyne gives Fyne's own dialogs and menus the words of a language. Fyne has
// no call to choose one: it takes the desktop's. So the words go in under the
// desktop's locale, whatever they are.
func speakFyne(p *message.Printer) {
	words, err := json.Marshal(p.Under(fyneWords))
	if err != nil {
		fyne.LogError("Fyne's words", err)
		return
	}
	if err := lang.AddTranslationsForLocale(words, lang.SystemLocale()); err != nil {
		fyne.LogError("Fyne's words", err)
	}
}

// languages are the files of languages that a run of the app has.
func (o Options) languages() fs.FS {
	if o.Languages != nil {
		return o.Languages
	}
	return languages()
}

// languages are the tags of those that the app can speak.
func (a *App) languages() []string {
	if a.spoken == nil {
		a.spoken = message.Languages(a.options.languages())
	}
	return a.spoken
}

// Name is what the app is called on screen.
func (a *App) Name() string { return a.words.Say("app.name") }

// chosen is the tag of the language that the user chose, if it is there, or of
// the one that serves the desktop's best.
func (a *App) chosen() string {
	all := a.languages()
	tag := a.session.Settings().Language
	if slices.Contains(all, tag) {
		return tag
	}
	return message.Match(all, lang.SystemLocale().String())
}

// speak takes up the language that the settings ask for.
func (a *App) speak() {
	a.words = printerOf(a.options.languages(), a.chosen())
	speakFyne(a.words)
}

// setLanguage changes the language at once: all that words stand in is made
// anew, and each page stands as it stood. An empty tag is the desktop's.
func (a *App) setLanguage(tag string) {
	a.set(func(s *session.Settings) { s.Language = tag })
	a.speak()
	a.nameWindows()
	for _, w := range a.windows {
		w.win.SetMainMenu(w.menu())
		w.notice.words, w.changing.bar.words = a.words, a.words
		w.notice.fill()
		if w.intro.words = a.words; w.shell != nil {
			w.shell.Speak(a.words)
			w.introduce()
			w.shell.prepareSearch()
		}
	}
}
