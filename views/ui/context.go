package ui

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/views/route"
)

// Action is something that a menu offers.
type Action struct {
	Name  string
	Label string // what a screen reader says; empty: the name
	Do    func()
	Apart bool // a line parts it from the one before
	On    bool // what it stands for is so
	Stays bool // the menu stays open: it is likely to be done again
}

func (a Action) label() string { return cmp.Or(a.Label, a.Name) }

// contextMenus is the layout of what stands around a window's content and knows
// what its context menus offer: by the right button of the pointer, a long press,
// the menu key and Shift+F10.
type contextMenus struct {
	inset

	record func(route.Route) []Action
	text   func(*SelectionArea) []Action
}

// ContextMenus gives what is in the content context menus: with what can be done
// with what a place stands for, and with the texts of an area and what is
// selected of them.
func ContextMenus(content fyne.CanvasObject, record func(route.Route) []Action, text func(*SelectionArea) []Action) *fyne.Container {
	return &fyne.Container{Layout: &contextMenus{record: record, text: text}, Objects: []fyne.CanvasObject{content}}
}

// holderRenderer draws a widget that is nothing but its content.
type holderRenderer struct {
	of      *Base
	content fyne.CanvasObject
}

func (holderRenderer) Destroy() {}

func (r holderRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.content} }

func (r holderRenderer) MinSize() fyne.Size { return r.content.MinSize() }

func (r holderRenderer) Layout(s fyne.Size) {
	r.of.handTo(r.content)
	r.content.Resize(s)
}

func (r holderRenderer) Refresh() { r.content.Refresh() }

// ShowContext shows, at a point of the window, what can be done with an object:
// with what it leads to, what is its own, and with the texts around it. It tells
// whether there is anything.
func ShowContext(o fyne.Widget, at fyne.Position, leads route.Route, own ...Action) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return false
	}
	var menus *contextMenus
	var area *SelectionArea
	for _, around := range pathTo(c.Content(), o) {
		switch a := around.(type) {
		case *fyne.Container:
			if m, ok := a.Layout.(*contextMenus); ok {
				menus = m
			}
		case *SelectionArea:
			area = a
		}
	}
	if menus == nil {
		return false
	}
	var all []Action
	add := func(more []Action) {
		if len(more) > 0 {
			more[0].Apart = len(all) > 0
			all = append(all, more...)
		}
	}
	if leads != (route.Route{}) {
		add(menus.record(leads))
	}
	add(own)
	if area != nil {
		add(menus.text(area))
	}
	showActions(c, o, at, all)
	return len(all) > 0
}

// contextKey tells whether a key asks for a context menu.
func contextKey(k fyne.KeyName) bool {
	return k == desktop.KeyMenu || k == fyne.KeyF10 && modifiers() == fyne.KeyModifierShift
}

// ContextByKey shows what can be done with an object, below a stretch of it, if
// a key asks for that.
func ContextByKey(o fyne.Widget, k fyne.KeyName, bottom float32, leads route.Route, own ...Action) bool {
	if !contextKey(k) {
		return false
	}
	const in = 16
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(min(in, o.Size().Width), min(bottom, o.Size().Height))
	return ShowContext(o, at, leads, own...)
}

// pathTo are the objects from o to the target in it, nil where it is not.
func pathTo(o, target fyne.CanvasObject) []fyne.CanvasObject {
	if o == target {
		return []fyne.CanvasObject{o}
	}
	for _, c := range childrenOf(o) {
		if below := pathTo(c, target); below != nil {
			return append([]fyne.CanvasObject{o}, below...)
		}
	}
	return nil
}

// Leader is a widget that stands for a place, or for the one of what in it is current.
type Leader interface {
	LeadsTo() route.Route
}

// LeadsOf is the place that what has the keyboard stands for; the zero route: none.
func LeadsOf(f fyne.Focusable) route.Route {
	if l, ok := f.(Leader); ok {
		return l.LeadsTo()
	}
	return route.Route{}
}
