package views

import (
	"testing"
	"time"
)

// Messages stay until a test closes them.
func TestMain(m *testing.M) {
	afterReading = func(d time.Duration, _ func()) *time.Timer { return time.NewTimer(d) }
	comparedInPictures = comparedInTests
	m.Run()
}
