"""What is done to maps in layers before and after the engine lays them out."""
