package views

import (
	"errors"

	"fyne.io/fyne/v2"

	"beltroad/internal/kept"
	"beltroad/internal/wording"
)

// saySettings tells what is wrong with the settings, or with where they are kept,
// if anything.
func (w *Window) saySettings(err error) {
	if err != nil {
		w.toast.warn(w.app.settingsProblem(err))
		fyne.LogError("settings", err)
	}
}

// settingsProblem puts what is wrong with settings into words.
func (a *App) settingsProblem(err error) string {
	damaged, isDamaged := errors.AsType[*kept.Damaged](err)
	newer, isNewer := errors.AsType[*kept.Newer](err)
	unsaved, isUnsaved := errors.AsType[*kept.Unsaved](err)
	odd, isOdd := errors.AsType[*unread](err)
	homeless, isHomeless := errors.AsType[*unportable](err)
	switch {
	case isDamaged:
		return a.words.Say("settings.damaged", map[string]any{"File": damaged.Kept})
	case isHomeless:
		return a.words.Say("settings.unportable", map[string]any{"Dir": a.dir, "Why": homeless.err.Error()})
	case isNewer:
		return a.words.Say("settings.newer", map[string]any{"File": newer.File})
	case isUnsaved:
		return a.words.Say("settings.unsaved", map[string]any{"File": unsaved.File, "Why": wording.WhyUnsaved(a.words, unsaved.Err)})
	case isOdd:
		return odd.said(a.words)
	case errors.Is(err, errHomeless):
		return a.words.Say("settings.homeless")
	default:
		return a.words.Say("settings.unkept", map[string]any{"Why": err.Error()})
	}
}
