package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// A tip goes once the wheel moves what it tells of, or is used by it.
func TestTipsGoWithTheWheel(t *testing.T) {
	target := Column(0, Gap(900))
	s := NewScroller(target)
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(300, 200))
	ShowPopover(target, Tip(1, Label("a tip", SizeSmall, ColorInk)), 10, 10, 20, 200)
	if len(s.holder.Objects) != 2 {
		t.Fatal("there is no tip")
	}
	s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -30)})
	if len(s.holder.Objects) != 1 || s.Offset() == 0 {
		t.Errorf("scrolled to %v, there are %d objects", s.Offset(), len(s.holder.Objects))
	}
}

// What was pointed at is not held once its page is left.
func TestHiddenTipHoldsNothing(t *testing.T) {
	before := resting.after
	defer ShowTips(before)
	ShowTips(time.Hour)
	TipAt(NewLink("a", SizeBody, func() {}), &desktop.MouseEvent{})
	if resting.timer == nil {
		t.Fatal("nothing is explained")
	}
	if HideTip(); resting.timer != nil || resting.in != nil {
		t.Error("it is held")
	}
}
