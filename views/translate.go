package views

import (
	"encoding/json"
	"io/fs"

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
	if all, err := assets.Translations.ReadFile("translations/en.json"); err == nil {
		if all, err = message.ForFyne(all); err == nil {
			_ = lang.AddTranslationsForLocale(all, lang.SystemLocale())
		}
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

// chosen is the tag of the language that the user chose, or of the one that
// serves the desktop's best.
func (w *Window) chosen() string {
	if tag := w.session.Settings().Language; tag != "" {
		return tag
	}
	return message.Match(message.Languages(w.options.languages()), lang.SystemLocale().String())
}

// speak takes up the language that the settings ask for.
func (w *Window) speak() {
	w.words = printerOf(w.options.languages(), w.chosen())
	speakFyne(w.words)
}

// setLanguage changes the language at once: all that words stand in is made
// anew, and the page stands as it stood. An empty tag is the desktop's.
func (w *Window) setLanguage(tag string) {
	if err := w.session.Update(func(s *session.Settings) { s.Language = tag }); err != nil {
		fyne.LogError("settings are not saved", err)
	}
	w.speak()
	w.win.SetTitle(w.Name())
	w.win.SetMainMenu(w.menu())
	w.notice.words = w.words
	w.notice.fill()
	if w.shell != nil {
		w.shell.Speak(w.words)
	}
}
