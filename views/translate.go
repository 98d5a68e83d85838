package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/assets"
	"beltroad/internal/message"
)

// loadTranslations gives Fyne the app's words. Fyne has no call to choose a
// language: it takes the desktop's where it has words for it. So the words go
// in under the desktop's own locale too, or people whose language the app does
// not have would see keys.
func loadTranslations() {
	words, err := assets.Translations.ReadFile("translations/en.json")
	if err != nil {
		fyne.LogError("no translations", err)
		return
	}
	if words, err = message.ForFyne(words); err != nil {
		fyne.LogError("no translations", err)
		return
	}
	for _, l := range []fyne.Locale{"en", lang.SystemLocale()} {
		if err := lang.AddTranslationsForLocale(words, l); err != nil {
			fyne.LogError("translations for "+l.String(), err)
		}
	}
}
