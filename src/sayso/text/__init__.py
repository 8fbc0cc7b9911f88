"""From a file, folder, URL or stream to documents: one file per format."""
