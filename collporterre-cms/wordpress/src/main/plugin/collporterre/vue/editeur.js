/* The block in the editor: what it shows is chosen in the sidebar, and rendered by the site. */
( function ( wp, words ) {
	'use strict';
	const { createElement: el } = wp.element;
	const { InspectorControls, useBlockProps } = wp.blockEditor;
	const { Disabled, PanelBody, SelectControl, TextControl } = wp.components;

	wp.blocks.registerBlockType( 'collporterre/vue', {
		edit( { attributes, setAttributes } ) {
			function control( kind, name, more ) {
				return el( kind, {
					key: name,
					value: attributes[ name ],
					onChange: ( value ) => setAttributes( { [ name ]: value } ),
					__nextHasNoMarginBottom: true,
					...more,
				} );
			}
			const text = ( name, label ) => control( TextControl, name, { label: label || words[ name ] } );
			const select = ( name, options ) => control( SelectControl, name, { label: words[ name ], options } );
			const options = ( values ) => values.map( ( value ) => ( { value, label: words[ value ] } ) );
			const types = Object.entries( words.types ).map( ( [ value, label ] ) => ( { value, label } ) );
			const one = attributes.vue === 'fiche';
			const fields = one
				? [ text( 'fiche', words.id ) ]
				: [
						attributes.vue !== 'liste' &&
							select( 'hauteur', [ { value: '', label: words.moyenne }, ...options( [ 'petite', 'grande' ] ) ] ),
						select( 'type', [ { value: '', label: words.tous }, ...types ] ),
						...[ 'champ', 'theme', 'odd', 'territoire', 'texte' ].map( ( name ) => text( name ) ),
				  ];
			return el(
				'div',
				useBlockProps(),
				el(
					InspectorControls,
					null,
					el( PanelBody, { title: words.titre }, select( 'vue', options( [ 'carte', 'liste', 'exploration', 'fiche' ] ) ), fields )
				),
				el( Disabled, null, el( wp.serverSideRender, { block: 'collporterre/vue', attributes } ) )
			);
		},
		save: () => null,
	} );
} )( window.wp, window.collporterreMots );
