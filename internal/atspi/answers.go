package atspi

import (
	"errors"

	"github.com/godbus/dbus/v5"

	"beltroad/internal/spoken"
)

// export has the bus ask the bridge. Each interface is a type: its methods are those of
// AT-SPI, which tells what they are for.
func (b *bridge) export() error {
	var all error
	for name, answers := range map[string]any{
		properties:             asked{b},
		prefix + "Accessible":  accessible{b},
		prefix + "Application": application{b},
		prefix + "Component":   component{b},
		prefix + "Action":      action{b},
		prefix + "Text":        texts{b},
	} {
		all = errors.Join(all, b.conn.ExportSubtree(answers, objects, name))
	}
	return errors.Join(all, b.conn.Export(cache{b}, "/org/a11y/atspi/cache", prefix+"Cache"))
}

// of is the thing that a call is for.
func (b *bridge) of(m dbus.Message) (*item, *dbus.Error) {
	path, _ := m.Headers[dbus.FieldPath].Value().(dbus.ObjectPath)
	if i := b.now.Load().at[path]; i != nil {
		return i, nil
	}
	e := dbus.MakeNoObjectError(path)
	return nil, &e
}

// parent names what a thing is in.
func (b *bridge) parent(i *item) reference {
	if i.parent == nil {
		return b.desktop
	}
	return b.ref(i.parent.path)
}

type accessible struct{ b *bridge }

func (a accessible) GetChildAtIndex(m dbus.Message, n int32) (reference, *dbus.Error) {
	i, err := a.b.of(m)
	if err != nil || n < 0 || int(n) >= len(i.kids) {
		return reference{"", nullPath}, err
	}
	return a.b.ref(i.kids[n].path), nil
}

func (a accessible) GetChildren(m dbus.Message) ([]reference, *dbus.Error) {
	i, err := a.b.of(m)
	if err != nil {
		return nil, err
	}
	all := make([]reference, len(i.kids))
	for n, kid := range i.kids {
		all[n] = a.b.ref(kid.path)
	}
	return all, nil
}

func (a accessible) GetIndexInParent(m dbus.Message) (int32, *dbus.Error) {
	i, err := a.b.of(m)
	if err != nil {
		return -1, err
	}
	return int32(i.index), nil // #nosec G115 -- of few
}

// relation is between things; there are none.
type relation struct {
	Kind uint32
	To   []reference
}

func (a accessible) GetRelationSet(m dbus.Message) ([]relation, *dbus.Error) {
	_, err := a.b.of(m)
	return []relation{}, err
}

func (a accessible) GetRole(m dbus.Message) (uint32, *dbus.Error) {
	i, err := a.b.of(m)
	if err != nil {
		return 0, err
	}
	number, _ := roleOf(i)
	return number, nil
}

func (a accessible) GetRoleName(m dbus.Message) (string, *dbus.Error) {
	i, err := a.b.of(m)
	if err != nil {
		return "", err
	}
	_, name := roleOf(i)
	return name, nil
}

func (a accessible) GetLocalizedRoleName(m dbus.Message) (string, *dbus.Error) {
	return a.GetRoleName(m)
}

func (a accessible) GetState(m dbus.Message) ([]uint32, *dbus.Error) {
	i, err := a.b.of(m)
	if err != nil {
		return nil, err
	}
	return states(i.Node), nil
}

func (a accessible) GetAttributes(m dbus.Message) (map[string]string, *dbus.Error) {
	i, err := a.b.of(m)
	if err != nil {
		return nil, err
	}
	return attributes(i.Node), nil
}

func (a accessible) GetApplication(m dbus.Message) (reference, *dbus.Error) {
	_, err := a.b.of(m)
	return a.b.ref(rootPath), err
}

func (a accessible) GetInterfaces(m dbus.Message) ([]string, *dbus.Error) {
	i, err := a.b.of(m)
	if err != nil {
		return nil, err
	}
	return i.interfaces(), nil
}

func roleOf(i *item) (number uint32, name string) {
	if i.parent == nil {
		return roleApplication, nameApplication
	}
	r := roles[i.Role]
	return r.number, r.name
}

type application struct{ b *bridge }

func (a application) GetLocale(m dbus.Message, _ uint32) (string, *dbus.Error) {
	_, err := a.b.of(m)
	return a.b.Language, err
}

type action struct{ b *bridge }

// act is the one thing that can be done with what can be pressed.
const act = "press"

func (a action) DoAction(m dbus.Message, n int32) (bool, *dbus.Error) {
	i, err := a.b.of(m)
	if err != nil || n != 0 || i.Press == nil {
		return false, err
	}
	a.b.soon(i.Press)
	return true, nil
}

func (a action) GetName(m dbus.Message, _ int32) (string, *dbus.Error) {
	_, err := a.b.of(m)
	return act, err
}

func (a action) GetLocalizedName(m dbus.Message, n int32) (string, *dbus.Error) {
	return a.GetName(m, n)
}

func (a action) GetDescription(m dbus.Message, _ int32) (string, *dbus.Error) {
	_, err := a.b.of(m)
	return "", err
}

func (a action) GetKeyBinding(m dbus.Message, n int32) (string, *dbus.Error) {
	return a.GetDescription(m, n)
}

// named is an action as it is listed.
type named struct{ Name, Description, Keys string }

func (a action) GetActions(m dbus.Message) ([]named, *dbus.Error) {
	_, err := a.b.of(m)
	return []named{{Name: act}}, err
}

// cache gives things in advance. It has none: they are asked for one by one.
type cache struct{ b *bridge }

type cached struct {
	Self, Application, Parent reference
	Index, Children           int32
	Interfaces                []string
	Name                      string
	Role                      uint32
	Description               string
	States                    []uint32
}

func (cache) GetItems() ([]cached, *dbus.Error) { return []cached{}, nil }

// asked answers what things are like.
type asked struct{ b *bridge }

func (a asked) Get(m dbus.Message, in, name string) (dbus.Variant, *dbus.Error) {
	all, err := a.GetAll(m, in)
	if err != nil {
		return dbus.Variant{}, err
	}
	v, ok := all[name]
	if !ok {
		e := dbus.MakeFailedError(errors.New(in + " has no " + name))
		return dbus.Variant{}, e
	}
	return v, nil
}

func (a asked) GetAll(m dbus.Message, in string) (map[string]dbus.Variant, *dbus.Error) {
	i, err := a.b.of(m)
	if err != nil {
		return nil, err
	}
	var all map[string]any
	switch interfaceOf(in) {
	case "Accessible":
		all = map[string]any{
			"Name": i.Name, "Description": i.More, "Parent": a.b.parent(i), "ChildCount": int32(len(i.kids)), // #nosec G115 -- of few
			"Locale": a.b.Language, "AccessibleId": "", "HelpText": "",
		}
	case "Application":
		all = map[string]any{"ToolkitName": a.b.Name, "Version": a.b.Version, "ToolkitVersion": a.b.Version, "AtspiVersion": "2.1", "InterfaceVersion": uint32(1), "Id": a.b.id.Load()}
	case "Action":
		all = map[string]any{"NActions": number(i.Press != nil)}
	case "Text":
		s, _ := text(i.Node)
		all = map[string]any{"CharacterCount": int32(len([]rune(s))), "CaretOffset": int32(i.Caret)} // #nosec G115 -- of a text
	case "Component":
		all = map[string]any{}
	}
	out := make(map[string]dbus.Variant, len(all))
	for name, v := range all {
		out[name] = dbus.MakeVariant(v)
	}
	return out, nil
}

// Set takes the number that the registry gives the program.
func (a asked) Set(m dbus.Message, _, name string, v dbus.Variant) *dbus.Error {
	if id, ok := v.Value().(int32); ok && name == "Id" {
		a.b.id.Store(id)
	}
	_, err := a.b.of(m)
	return err
}

// attributes are what has no call of its own.
func attributes(n *spoken.Node) map[string]string {
	all := map[string]string{}
	if n.Role == spoken.Heading {
		all["level"] = "1"
	}
	return all
}
