# Builds the program.
CC ?= gcc
SOURCES := main.c shelf.c
include config.mk

.PHONY: all clean

# All that is shipped.
all: program docs

program: $(SOURCES:.c=.o) | build
	$(CC) -o $@ $^

%.o: %.c shelf.h
	$(call compile,$<,$@)

# Compiles one file.
define compile
	$(CC) -c $(1) -o $(2)
endef

build:
	mkdir -p $@

docs clean:
	rm -rf build
ifeq ($(OS),Windows_NT)
install: all
	copy program C:\bin
else
install: all
	cp program /usr/bin
endif
$(OUT)/list: all
	@echo "$(call compile,(a))" | grep '(b)'
