package message

import "strconv"

// Date is a date as precise as it is known: "2013", "December 2021", "17 October
// 2023". Month and day are 0 where they are not; without a year it is "".
func (p *Printer) Date(year, month, day int) string {
	args := Args{"Year": Year(year)}
	switch {
	case year == 0:
		return ""
	case month == 0:
		return p.Say("date.year", args)
	case day == 0:
		args["Month"] = p.Month(month)
		return p.Say("date.month", args)
	default:
		args["Month"], args["Day"] = p.monthOf(month), day
		return p.Say("date.day", args)
	}
}

// Month is the name of a month, 1 to 12, as it stands alone or with a year.
func (p *Printer) Month(m int) string { return p.Say("month." + strconv.Itoa(m)) }

// monthOf is the name of a month as it stands with a day.
func (p *Printer) monthOf(m int) string {
	if key := "month.of." + strconv.Itoa(m); p.Has(key) {
		return p.Say(key)
	}
	return p.Month(m)
}

// Period is the time between two written dates. An empty end is open; the
// period of two of them is empty.
func (p *Printer) Period(from, to string) string {
	args := Args{"From": from, "To": to}
	switch {
	case from == to:
		return from
	case from == "":
		return p.Say("period.to", args)
	case to == "":
		return p.Say("period.from", args)
	default:
		return p.Say("period", args)
	}
}

// List is a list as a sentence has it: "a, b and c".
func (p *Printer) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	case 2:
		return p.Say("list.pair", Args{"First": items[0], "Last": items[1]}) // #nosec G602 -- there are two
	}
	last := len(items) - 1
	return p.Say("list.last", Args{"First": p.Series(items[:last]), "Last": items[last]})
}

// Series is a list as a label has it: "a, b, c".
func (p *Printer) Series(items []string) string {
	all := ""
	for i, item := range items {
		if i == 0 {
			all = item
			continue
		}
		all = p.Say("list.series", Args{"First": all, "Last": item})
	}
	return all
}
