package session

import (
	"fmt"
	"syscall/js"
)

// store is where a browser keeps things for a page: it has no folders.
type store struct{ kept js.Value }

// Where settings are kept, and where damaged ones are.
const (
	keptAs    = "beltroad.settings"
	damagedAs = "beltroad.settings.damaged"
)

// openStore reads what the browser keeps; an empty dir is a store in memory only.
func openStore(dir string) (*store, Settings, error) {
	if dir == "" {
		return &store{}, Defaults(), nil
	}
	st := &store{js.Global().Get("localStorage")}
	text := st.kept.Call("getItem", keptAs)
	if text.IsNull() {
		return st, Defaults(), nil
	}
	settings, err := read([]byte(text.String()))
	if err == nil {
		return st, settings, nil
	}
	if moveErr := st.set(damagedAs, text.String()); moveErr != nil {
		return &store{}, Defaults(), &Unsaved{keptAs, moveErr}
	}
	return st, Defaults(), &Damaged{damagedAs, err}
}

// save replaces the settings by what is kept now, changed as they were since
// they were so: the app may be open in another tab.
func (st *store) save(s, since Settings) error {
	if !st.kept.Truthy() {
		return nil
	}
	if text := st.kept.Call("getItem", keptAs); !text.IsNull() {
		if now, err := read([]byte(text.String())); err == nil {
			s = now.changed(since, s)
		}
	}
	b, err := s.encoded()
	if err == nil {
		err = st.set(keptAs, string(b))
	}
	if err != nil {
		return &Unsaved{keptAs, err}
	}
	return nil
}

// set fails where the browser has no room left.
func (st *store) set(key, text string) (err error) {
	defer func() {
		if thrown := recover(); thrown != nil {
			err = fmt.Errorf("%v", thrown)
		}
	}()
	st.kept.Call("setItem", key, text)
	return nil
}
