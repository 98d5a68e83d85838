package ui

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Fyne keeps what an override is made for. That holds nothing of it afterwards, and its
// widget has the theme still.
func TestOverrideLetsGo(t *testing.T) {
	page := NewBox(ColorInk)
	scroll, dark := container.NewVScroll(page), &Theme{Scheme: Dark}
	over := override(scroll, dark)
	if over.Content == fyne.CanvasObject(scroll) {
		t.Error("it has its content still")
	}
	holder := reflect.ValueOf(over).Elem().FieldByName("holder").Elem().FieldByName("Objects")
	for i := range holder.Len() {
		if holder.Index(i).Elem().Pointer() == reflect.ValueOf(scroll).Pointer() {
			t.Error("it holds its content still")
		}
	}
	if got, want := theme.CurrentForWidget(scroll).Color(ColorCard, theme.VariantLight), dark.Color(ColorCard, theme.VariantLight); got != want {
		t.Errorf("the widget is drawn in %v, not %v", got, want)
	}
}
