"""What plug-ins bring: adapters, and the checks that hold them to the text."""
