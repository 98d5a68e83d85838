package deck

import (
	"math"
	"strconv"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/message"
	"beltroad/internal/ooxml"
	"beltroad/internal/plot"
)

const (
	chartSpace = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	drawSpace  = "http://schemas.openxmlformats.org/drawingml/2006/main"
	sheetName  = "Data"

	rowAxis, valueAxis = "111111111", "222222222"
)

func chartPart(n int) string { return "ppt/charts/chart" + whole(n) + ".xml" }

// val is an element with one value.
func val(name, v string) *ooxml.Node { return ooxml.El(name, "val", v) }

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// xml is the chart as a part, with the workbook behind it at the end of a way.
func (c *bars) xml(book string) *ooxml.Node {
	plotted := ooxml.El("c:barChart").Add(
		val("c:barDir", "bar"), val("c:grouping", "stacked"), val("c:varyColors", "0"),
		c.series(0), c.series(1),
		val("c:gapWidth", strconv.Itoa(int(math.Round((1/thick-1)*100)))), val("c:overlap", "100"),
		val("c:axId", rowAxis), val("c:axId", valueAxis))
	share := func(v, of float64) string { return strconv.FormatFloat(v/of, 'f', 5, 64) }
	place := ooxml.El("c:manualLayout").Add(
		val("c:layoutTarget", "inner"), val("c:xMode", "edge"), val("c:yMode", "edge"),
		val("c:x", share(c.inner.X-c.room.X, c.room.W)), val("c:y", share(c.inner.Y-c.room.Y, c.room.H)),
		val("c:w", share(c.inner.W, c.room.W)), val("c:h", share(c.inner.H, c.room.H)))
	none := func() *ooxml.Node {
		return ooxml.El("c:spPr").Add(ooxml.El("a:noFill"), c.stroke(drawing.InkNone, 0, 0, false))
	}
	return ooxml.El("c:chartSpace", "xmlns:c", chartSpace, "xmlns:a", drawSpace, "xmlns:r", ooxml.Relations).Add(
		val("c:date1904", "0"), val("c:roundedCorners", "0"),
		ooxml.El("c:chart").Add(
			val("c:autoTitleDeleted", "1"),
			ooxml.El("c:plotArea").Add(ooxml.El("c:layout").Add(place), plotted, c.rowsAxis(), c.valuesAxis(), none()),
			val("c:plotVisOnly", "1"), val("c:dispBlanksAs", "gap")),
		none(), c.letters("c:txPr", drawing.InkText, false),
		ooxml.El("c:externalData", "r:id", book).Add(val("c:autoUpdate", "0")))
}

// letters is what texts of the chart look like.
func (c *bars) letters(name string, ink drawing.Ink, bold bool) *ooxml.Node {
	props := ooxml.El("a:defRPr", "sz", hundredths(c.size))
	if bold {
		props.Set("b", "1")
	}
	props.Add(c.solid(ink, 1), ooxml.El("a:latin", "typeface", "+mn-lt"), ooxml.El("a:ea", "typeface", "+mn-ea"))
	return ooxml.El(name).Add(ooxml.El("a:bodyPr"), ooxml.El("a:lstStyle"),
		ooxml.El("a:p").Add(ooxml.El("a:pPr").Add(props), ooxml.El("a:endParaRPr", "lang", c.Language)))
}

// series are the stated values, and then, on them, how far those go on that are
// stated as two bounds: of these the first part is not seen.
func (c *bars) series(n int) *ooxml.Node {
	column := ooxml.Column(n + 1)
	name := c.table()[0][n+1].Text
	s := ooxml.El("c:ser").Add(val("c:idx", whole(n)), val("c:order", whole(n)),
		ooxml.El("c:tx").Add(ooxml.El("c:strRef").Add(ooxml.Text("c:f", sheetName+"!$"+column+"$1"),
			ooxml.El("c:strCache").Add(val("c:ptCount", "1"), ooxml.El("c:pt", "idx", "0").Add(ooxml.Text("c:v", name))))),
		c.looks(nil, n), val("c:invertIfNegative", "0"))
	values := ooxml.El("c:numCache").Add(ooxml.Text("c:formatCode", "General"), val("c:ptCount", whole(len(c.rows))))
	labels := ooxml.El("c:strCache").Add(val("c:ptCount", whole(len(c.rows))))
	for i := range c.rows {
		f := &c.rows[i]
		labels.Add(ooxml.El("c:pt", "idx", whole(i)).Add(ooxml.Text("c:v", label(f))))
		v := f.Quantity.Value
		if n == 1 {
			if !bounded(f.Quantity) {
				continue
			}
			v = f.Quantity.Max - v
		}
		values.Add(ooxml.El("c:pt", "idx", whole(i)).Add(ooxml.Text("c:v", number(v))))
		s.Add(ooxml.El("c:dPt").Add(val("c:idx", whole(i)), val("c:invertIfNegative", "0"), val("c:bubble3D", "0"), c.looks(f, n)))
	}
	last := strconv.Itoa(len(c.rows) + 1)
	return s.Add(
		ooxml.El("c:cat").Add(ooxml.El("c:strRef").Add(ooxml.Text("c:f", sheetName+"!$A$2:$A$"+last), labels)),
		ooxml.El("c:val").Add(ooxml.El("c:numRef").Add(ooxml.Text("c:f", sheetName+"!$"+column+"$2:$"+column+"$"+last), values)))
}

// looks is what the bar of a figure looks like, by its claim: solid for what is
// reported, hatched for an estimate, in outline for a commitment and an opinion.
func (c *bars) looks(f *data.Figure, series int) *ooxml.Node {
	n := ooxml.El("c:spPr")
	if f == nil {
		return n.Add(c.solid(drawing.InkAccent, 1))
	}
	const pale, line = 0.16, 1.5
	ink := drawing.Pillar(plot.PillarOrders(c.Dossier)[f.Pillar])
	if series == 0 && bounded(f.Quantity) {
		return n.Add(ooxml.El("a:noFill"), c.stroke(drawing.InkNone, 0, 0, false))
	}
	strength := c.strength(f)
	switch f.Claim {
	case data.Estimate:
		return n.Add(c.hatch(ink, strength), c.stroke(ink, line, strength, false))
	case data.Commitment, data.Opinion:
		return n.Add(c.solid(ink, pale*strength), c.stroke(ink, line, strength, f.Claim == data.Commitment))
	}
	if f.Quantity.Comparator == data.Under { // fades towards zero
		return n.Add(c.fade(&drawing.Mark{Ink: ink, Alpha: strength, Pattern: drawing.FadeLeft}))
	}
	return n.Add(c.solid(ink, strength))
}

func (c *bars) rowsAxis() *ooxml.Node {
	base := "autoZero"
	if c.plot.Axis == plot.LogAxis { // which has no zero: that would be 1
		base = "min"
	}
	return ooxml.El("c:catAx").Add(
		val("c:axId", rowAxis), ooxml.El("c:scaling").Add(val("c:orientation", "maxMin")), val("c:delete", "0"), val("c:axPos", "l"),
		ooxml.El("c:numFmt", "formatCode", "General", "sourceLinked", "0"),
		val("c:majorTickMark", "none"), val("c:minorTickMark", "none"), val("c:tickLblPos", "low"),
		ooxml.El("c:spPr").Add(c.stroke(drawing.InkMuted, 1, 1, false)), c.letters("c:txPr", drawing.InkText, false),
		val("c:crossAx", valueAxis), val("c:crosses", base), val("c:auto", "0"), val("c:lblAlgn", "ctr"), val("c:lblOffset", "100"), val("c:tickLblSkip", "1"), val("c:noMultiLvlLbl", "1"))
}

func (c *bars) valuesAxis() *ooxml.Node {
	ticks := c.axis.Ticks()
	scaling := ooxml.El("c:scaling")
	if c.plot.Axis == plot.LogAxis {
		scaling.Add(val("c:logBase", "10"))
	}
	scaling.Add(val("c:orientation", "minMax"), val("c:max", number(ticks[len(ticks)-1])), val("c:min", number(ticks[0])))
	axis := ooxml.El("c:valAx").Add(
		val("c:axId", valueAxis), scaling, val("c:delete", "0"), val("c:axPos", "b"),
		ooxml.El("c:majorGridlines").Add(ooxml.El("c:spPr").Add(c.stroke(drawing.InkLine, 1, 1, false))),
		ooxml.El("c:title").Add(ooxml.El("c:tx").Add(c.titled()), val("c:overlay", "0")),
		ooxml.El("c:numFmt", "formatCode", c.format(), "sourceLinked", "0"),
		val("c:majorTickMark", "none"), val("c:minorTickMark", "none"), val("c:tickLblPos", "nextTo"),
		ooxml.El("c:spPr").Add(c.stroke(drawing.InkNone, 0, 0, false)), c.letters("c:txPr", drawing.InkMuted, false),
		val("c:crossAx", rowAxis), val("c:crosses", "max"), val("c:crossBetween", "between"))
	if c.plot.Axis != plot.LogAxis && len(ticks) > 1 {
		axis.Add(val("c:majorUnit", number(ticks[1]-ticks[0])))
	}
	return axis
}

// titled is the name of the axis.
func (c *bars) titled() *ooxml.Node {
	name := c.Words.Unit(c.plot.Unit)
	if c.plot.Axis == plot.LogAxis {
		name = c.Words.Say("chart.axis.log", message.Args{"Unit": name})
	}
	props := ooxml.El("a:rPr", "lang", c.Language, "sz", hundredths(c.size), "b", "0").Add(c.solid(drawing.InkMuted, 1))
	return ooxml.El("c:rich").Add(ooxml.El("a:bodyPr"), ooxml.El("a:lstStyle"),
		ooxml.El("a:p").Add(ooxml.El("a:r").Add(props, ooxml.Text("a:t", name))))
}
