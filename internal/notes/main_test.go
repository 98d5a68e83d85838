package notes

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"
)

// long asks for tests that take many minutes to be done in full.
var long = flag.Bool("long", false, "end the writer of notes 200 times")

// Some tests need other programs that write notes in the folder where they are
// run: this one, told so.
const (
	asWriter = "NOTES_TEST_WRITER" // writes notes until it is ended
	asMerger = "NOTES_TEST_MERGER" // writes some notes among others that do
)

func TestMain(m *testing.M) {
	switch {
	case os.Getenv(asWriter) != "":
		os.Exit(writeUntilEnded())
	case os.Getenv(asMerger) != "":
		os.Exit(writeAmongOthers(os.Getenv(asMerger)))
	}
	os.Exit(m.Run())
}

// writeUntilEnded types notes, as a reader does, and says when each letter was typed.
func writeUntilEnded() int {
	s, err := Open(".", "harbour")
	if err != nil {
		fmt.Println("damaged", err)
		return 1
	}
	s.Trouble(func(err error) { fmt.Println("trouble", err) })
	fmt.Println("began")
	for {
		n := written("")
		for letter := range 20 {
			n.Text += string(rune('a' + letter))
			if n, err = s.Put(n, true); err != nil {
				fmt.Println("trouble", err)
			}
			fmt.Println("typed", n.ID, n.Text, time.Now().UnixMilli())
			time.Sleep(time.Duration(rand.IntN(12)) * time.Millisecond)
		}
	}
}

// mergeNotes are how many notes each of several programs writes.
const mergeNotes = 40

func writeAmongOthers(name string) int {
	s, err := Open(".", "harbour")
	if err != nil {
		fmt.Println(err)
		return 1
	}
	for i := range mergeNotes {
		if _, err := s.Put(written(name+strconv.Itoa(i)), false); err != nil {
			fmt.Println(err)
			return 1
		}
		if err := s.Save(); err != nil {
			fmt.Println(err)
			return 1
		}
	}
	if err := s.Close(); err != nil {
		fmt.Println(err)
		return 1
	}
	return 0
}
