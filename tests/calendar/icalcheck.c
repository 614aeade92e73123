/* Reads calendar files with libical and checks them against its tables of RFC 5545 and RFC 5546. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *contents(const char *path) {
	FILE *file = fopen(path, "rb");
	if (!file) return NULL;
	fseek(file, 0, SEEK_END);
	long size = ftell(file);
	rewind(file);
	char *text = calloc((size_t)size + 1, 1);
	if (fread(text, 1, (size_t)size, file) != (size_t)size) size = 0;
	fclose(file);
	return text;
}

int main(int count, char **paths) {
	int bad = 0;
	for (int i = 1; i < count; i++) {
		char *text = contents(paths[i]);
		icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
		int errors = calendar ? icalcomponent_count_errors(calendar) : -1;
		int allowed = calendar ? icalrestriction_check(calendar) : 0;
		printf("%s: parse_errors=%d restriction_ok=%d\n", paths[i], errors, allowed);
		if (errors != 0 || !allowed) bad = 1;
		if (calendar) icalcomponent_free(calendar);
		free(text);
	}
	return bad;
}
